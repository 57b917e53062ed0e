using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>A subject whose turn finds its figure itself: a percentile, a count, or what it is told to be.</summary>
/// <param name="measureAsync">Runs a turn, and returns the figure in the unit of the row: nanoseconds, where it is a time.</param>
internal sealed class FigureSubject(Func<Task<double>> measureAsync) : Subject
{
    public override async ValueTask<Cost> TurnAsync() => new(await measureAsync());
}
