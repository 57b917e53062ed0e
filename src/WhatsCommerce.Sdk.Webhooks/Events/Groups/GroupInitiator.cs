namespace WhatsCommerce.Webhooks;

/// <summary>Who removed somebody from a group (<c>initiated_by</c>): an open value.</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public readonly record struct GroupInitiator
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public GroupInitiator(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The business.</summary>
    public static GroupInitiator Business { get; } = new("business");

    /// <summary>The participant left.</summary>
    public static GroupInitiator Participant { get; } = new("participant");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "business" or "participant";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
