namespace WhatsCommerce.Webhooks;

/// <summary>The state that all instances agree on.</summary>
/// <param name="Generations">The generations of partitions that exist, oldest first: usually one.</param>
/// <param name="Prefetch">
/// The largest prefetch that an instance ever had, which all of them use: with a smaller one, events that a second crash requeues would be
/// behind those of the first.
/// </param>
internal sealed record Topology(IReadOnlyList<Generation> Generations, int Prefetch)
{
    public static Topology Unknown { get; } = new([], 0);

    /// <summary>Gets the number of the generation to which everything is published; 0 if unknown.</summary>
    public int Latest => Generations is [.., var last] ? last.Number : 0;
}
