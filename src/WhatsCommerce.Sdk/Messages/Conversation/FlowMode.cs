using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>Which state of a flow is opened.</summary>
public readonly record struct FlowMode
{
    /// <summary>Takes the mode from its name.</summary>
    /// <param name="value">The name as it is on the wire.</param>
    public FlowMode(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The flow as it was published; what Meta opens unless told otherwise.</summary>
    public static FlowMode Published { get; } = new("published");

    /// <summary>The draft, to try it out.</summary>
    public static FlowMode Draft { get; } = new("draft");

    /// <summary>The name on the wire; <see langword="null"/> leaves the mode to Meta.</summary>
    public string? Value { get; }

    /// <summary>Whether a mode is named.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of the modes above.</summary>
    public bool IsKnown => this == Published || this == Draft;

    /// <summary>The name on the wire, or an empty string.</summary>
    public override string ToString() => Value ?? "";
}
