type Props<T extends string> = {
  legend: string;
  options: Record<T, string>;
  value: T;
  onChoose(value: T): void;
};

/** One choice of several, as radio buttons. */
export function Choice<T extends string>({ legend, options, value, onChoose }: Props<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {(Object.entries(options) as [T, string][]).map(([key, text]) => (
        <label key={key}>
          <input type="radio" name={legend} checked={key === value} onChange={() => onChoose(key)} /> {text}
        </label>
      ))}
    </fieldset>
  );
}
