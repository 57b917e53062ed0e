using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>The id of a WhatsApp message, sent or received (<c>wamid...</c>).</summary>
/// <remarks>
/// Opaque. Statuses and replies refer to their message by it. It contains the customer's phone number, in base64: log <see cref="Masked"/>
/// instead. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
public readonly record struct MessageId
{
    /// <summary>Initializes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public MessageId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Gets the id; <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Gets a value indicating whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Gets the end of the id, which is enough to find it in a log: <c>...M0NTVFRQA=</c>; empty when it is absent.</summary>
    public string Masked => LogText.Id(Value);

    /// <summary>Converts a text to an id.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator MessageId(string? value) => new(value);

    /// <summary>
    /// Returns the whole id, as requests contain it, or an empty string when it is absent. For logs use <see cref="Masked"/>.
    /// </summary>
    public override string ToString() => Value ?? "";
}
