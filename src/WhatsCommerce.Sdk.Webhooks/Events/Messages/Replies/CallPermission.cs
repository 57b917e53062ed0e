namespace WhatsCommerce.Webhooks;

/// <summary>Whether a customer lets the business call: an open value.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
public readonly record struct CallPermission
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public CallPermission(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The business may call.</summary>
    public static CallPermission Accepted { get; } = new("accept");

    /// <summary>The business may not call.</summary>
    public static CallPermission Rejected { get; } = new("reject");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "accept" or "reject";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
