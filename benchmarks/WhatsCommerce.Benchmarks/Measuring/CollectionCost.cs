namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// The cost of garbage collection per byte. A turn is too short to contain its share of a collection: it contains a whole one or none.
/// Therefore the collections of all turns are added up, and each subject is charged for the bytes that it allocates, in whichever turn the
/// collection happened.
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
                    // Its turns are long enough, or its allocations are negligible.
                    continue;
                }

                Cost[] turns = [.. comparison.Turns.Select(turn => turn[i])];
                double usual = Quartiles.Of(turns.Select(turn => turn.Nanoseconds)).Median;
                costs.AddRange(turns.Where(turn => turn.Collections == 1).Select(turn => (turn.Nanoseconds - usual) * subject.Operations));
                collections += turns.Sum(turn => turn.Collections);
                bytes += (double)subject.Operations * turns.Length * (await subject.AllocatedAsync() ?? 0);
            }
        }

        // The lower quartile, since a busy machine makes collections slower too.
        return new(costs.Count == 0 ? 0 : Math.Max(0, Quartiles.Of(costs).Lower) * collections / bytes);
    }
}
