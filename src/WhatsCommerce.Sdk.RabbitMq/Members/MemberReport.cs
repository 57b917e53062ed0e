using System.Text.Json.Serialization;

namespace WhatsCommerce.Webhooks;

/// <summary>The report of an instance to the others, once a second.</summary>
internal sealed class MemberReport
{
    public required Guid Id { get; init; }

    /// <summary>Gets a value indicating whether it works on partitions; <see langword="false"/> when it leaves.</summary>
    public bool Works { get; init; }

    /// <summary>Gets a value indicating whether it does not know the members yet: the others answer at once.</summary>
    public bool Asks { get; init; }

    /// <summary>Gets the latest generation of partitions that it knows.</summary>
    public int Generation { get; init; }

    /// <summary>Gets the largest prefetch that it knows.</summary>
    public int Prefetch { get; init; }

    /// <summary>Gets its events by lane.</summary>
    public IReadOnlyList<LaneReport> Lanes { get; init; } = [];
}

/// <summary>The JSON format of reports.</summary>
[JsonSerializable(typeof(MemberReport))]
internal sealed partial class MemberJson : JsonSerializerContext;
