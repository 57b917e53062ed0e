namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// What collecting a byte of garbage costs. A turn is too short to hold its share of a collection: it has a whole one or none. So the
/// collections of all turns are added up, and each subject pays for the bytes that it allocates, whoever happened to meet the collector.
/// </summary>
internal readonly record struct CollectionCost(double NanosecondsPerByte)
{
    public static async Task<CollectionCost> OfAsync(IEnumerable<Comparison> comparisons)
    {
        double bytes = 0;
        int collections = 0;
        List<double> costs = [];
        foreach (Comparison comparison in comparisons)
        {
            for (int i = 0; i < comparison.Subjects.Count; i++)
            {
                if (comparison.Subjects[i] is not ThreadSubject subject)
                {
                    // Its turns are long enough, or what it allocates is little beside the rest.
                    continue;
                }

                Cost[] turns = [.. comparison.Turns.Select(turn => turn[i])];
                double usual = Quartiles.Of(turns.Select(turn => turn.Nanoseconds)).Median;
                costs.AddRange(turns.Where(turn => turn.Collections == 1).Select(turn => (turn.Nanoseconds - usual) * subject.Operations));
                collections += turns.Sum(turn => turn.Collections);
                bytes += (double)subject.Operations * turns.Length * (await subject.AllocatedAsync() ?? 0);
            }
        }

        // The lower quartile, since a neighbour makes collections slower too.
        return new(costs.Count == 0 ? 0 : Math.Max(0, Quartiles.Of(costs).Lower) * collections / bytes);
    }
}
