namespace WhatsCommerce.Webhooks;

/// <summary>How a call stands: an open value.</summary>
/// <remarks>Source: Meta, calling/reference.</remarks>
public readonly record struct CallStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public CallStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The customer's phone rings.</summary>
    public static CallStatus Ringing { get; } = new("RINGING");

    /// <summary>The customer answered.</summary>
    public static CallStatus Accepted { get; } = new("ACCEPTED");

    /// <summary>The customer declined.</summary>
    public static CallStatus Rejected { get; } = new("REJECTED");

    /// <summary>It was talked.</summary>
    public static CallStatus Completed { get; } = new("COMPLETED");

    /// <summary>It did not come about.</summary>
    public static CallStatus Failed { get; } = new("FAILED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "RINGING" or "ACCEPTED" or "REJECTED" or "COMPLETED" or "FAILED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
