namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>What the rows of an engine must reach, as fractions of their baselines.</summary>
/// <param name="Stored">Of what is stored plainly by hand.</param>
/// <param name="Grouped">Of what is stored in groups by hand.</param>
/// <param name="Processed">Of what bare consumers take.</param>
/// <param name="Scaling">Of four instances, as a multiple of one.</param>
internal sealed record QueueGoals(double Stored, double Grouped, double Processed, double Scaling);
