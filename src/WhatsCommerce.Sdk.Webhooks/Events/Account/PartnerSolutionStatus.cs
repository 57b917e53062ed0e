namespace WhatsCommerce.Webhooks;

/// <summary>How far a multi-partner solution is (<c>solution_status</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/partner_solutions.</remarks>
public readonly record struct PartnerSolutionStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PartnerSolutionStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The partner accepted.</summary>
    public static PartnerSolutionStatus Active { get; } = new("ACTIVE");

    /// <summary>It is over.</summary>
    public static PartnerSolutionStatus Deactivated { get; } = new("DEACTIVATED");

    /// <summary>It was not offered yet.</summary>
    public static PartnerSolutionStatus Draft { get; } = new("DRAFT");

    /// <summary>The partner has not answered yet.</summary>
    public static PartnerSolutionStatus Initiated { get; } = new("INITIATED");

    /// <summary>Its owner asked to end it; the partner has not answered yet.</summary>
    public static PartnerSolutionStatus PendingDeactivation { get; } = new("PENDING_DEACTIVATION");

    /// <summary>The partner declined.</summary>
    public static PartnerSolutionStatus Rejected { get; } = new("REJECTED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "ACTIVE" or "DEACTIVATED" or "DRAFT" or "INITIATED" or "PENDING_DEACTIVATION" or "REJECTED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
