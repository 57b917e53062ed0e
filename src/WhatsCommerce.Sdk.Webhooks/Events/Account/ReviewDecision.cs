namespace WhatsCommerce.Webhooks;

/// <summary>What a review by Meta came to (<c>decision</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_review_update and .../phone_number_name_update.</remarks>
public readonly record struct ReviewDecision
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public ReviewDecision(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Accepted.</summary>
    public static ReviewDecision Approved { get; } = new("APPROVED");

    /// <summary>Refused.</summary>
    public static ReviewDecision Rejected { get; } = new("REJECTED");

    /// <summary>Not yet decided.</summary>
    public static ReviewDecision Pending { get; } = new("PENDING");

    /// <summary>Put off.</summary>
    public static ReviewDecision Deferred { get; } = new("DEFERRED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "APPROVED" or "REJECTED" or "PENDING" or "DEFERRED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
