namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>What an operation asks of a database.</summary>
/// <param name="RoundTrips">How often it is waited for.</param>
/// <param name="Commits">The transactions that write something: a durable database waits for the disk at the end of each.</param>
internal sealed record DatabaseCounts(double RoundTrips, double Commits);
