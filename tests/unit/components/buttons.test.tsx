// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { EnableBadge } from '../../../components/BadgeSwitches.tsx';

afterEach(cleanup);

describe('buttons', () => {
  it('to enable badges stands below a sentence', () => {
    const onAllow = vi.fn();
    render(<EnableBadge host="oven.example" onAllow={onAllow} />);
    fireEvent.click(screen.getByText('Turn on for oven.example'));
    expect(onAllow).toHaveBeenCalled();
  });
  it('to copy says whether it worked', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    render(<CopyButton label="Copy" text={() => 'x'} />);
    fireEvent.click(screen.getByText('Copy'));
    expect(await screen.findByText('Couldn’t copy. Your browser blocked it.')).toBeTruthy();
    vi.unstubAllGlobals();
  });
});
