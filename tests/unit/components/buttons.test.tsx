// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { EnableBadge } from '../../../components/BadgeSwitches.tsx';

afterEach(cleanup);

describe('buttons', () => {
  it('marks off: a sentence and its button', () => {
    const onAllow = vi.fn();
    render(<EnableBadge host="oven.example" onAllow={onAllow} />);
    fireEvent.click(screen.getByText('Show marks on oven.example'));
    expect(onAllow).toHaveBeenCalled();
  });
  it('copying says whether it worked', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    render(<CopyButton label="Copy" text={() => 'x'} />);
    fireEvent.click(screen.getByText('Copy'));
    expect(await screen.findByText('The browser refused to copy')).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
