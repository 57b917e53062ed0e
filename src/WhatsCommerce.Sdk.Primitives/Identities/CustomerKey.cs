using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>What one customer is known by, whichever number or user id a webhook names: the key for carts, conversations and locks.</summary>
/// <remarks>
/// Made at random by <see cref="ICustomerIdentities"/>, so that it tells nothing about the customer and may stand in a log. When two keys
/// turn out to be one customer's, one of them survives: <see cref="ICustomersMergedHandler"/>.
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
public readonly record struct CustomerKey
{
    /// <summary>Takes the key from its text, as you stored it.</summary>
    /// <param name="value">The text of a key.</param>
    public CustomerKey(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The key, 32 characters; or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a key.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>The key itself, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
