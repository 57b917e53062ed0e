namespace WhatsCommerce.Webhooks;

/// <summary>What all instances agree on.</summary>
/// <param name="Generations">The generations of partitions that exist, oldest first: usually one.</param>
/// <param name="Prefetch">
/// The largest prefetch that an instance ever had, which all of them use: with a smaller one what a second crash gives back would stand
/// behind what the first one did.
/// </param>
internal sealed record Topology(IReadOnlyList<Generation> Generations, int Prefetch)
{
    public static Topology Unknown { get; } = new([], 0);

    /// <summary>Gets the number of the generation into which everything is published; 0 when it is not known.</summary>
    public int Latest => Generations is [.., var last] ? last.Number : 0;
}
