// Formats in which a maker publishes the same weights again, as the last parts of the name.
const formats = /(-(awq|fp8|gguf|gptq|int[48]|mlx|mxfp4|nvfp4|onnx|q4_0|qat|unquantized))+$/;

/** The page ids of a model on Hugging Face: its own, then that of the model of which the same owner offers it as another format. */
export function modelIds(owner: string, model: string): string[] {
  const names = new Set([model, model.replace(formats, '')]);
  return [...names].map((name) => `pkg:huggingface/${owner}/${name}`);
}
