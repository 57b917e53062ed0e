namespace WhatsCommerce.Webhooks;

/// <summary>What became of the user name of a number (<c>status</c>): an open value.</summary>
/// <remarks>Source: Meta, business-scoped-user-ids.</remarks>
public readonly record struct BusinessUsernameStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public BusinessUsernameStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Customers see it.</summary>
    public static BusinessUsernameStatus Approved { get; } = new("approved");

    /// <summary>It is kept, but not shown yet.</summary>
    public static BusinessUsernameStatus Reserved { get; } = new("reserved");

    /// <summary>It is gone.</summary>
    public static BusinessUsernameStatus Deleted { get; } = new("deleted");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "approved" or "reserved" or "deleted";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
