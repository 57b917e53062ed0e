namespace WhatsCommerce.Webhooks;

/// <summary>Represents the status of a multi-partner solution (<c>solution_status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/partner_solutions.</remarks>
[OpenWord]
public readonly partial record struct PartnerSolutionStatus
{
    /// <summary>The partner accepted.</summary>
    [Word("ACTIVE")]
    public static partial PartnerSolutionStatus Active { get; }

    /// <summary>It was deactivated.</summary>
    [Word("DEACTIVATED")]
    public static partial PartnerSolutionStatus Deactivated { get; }

    /// <summary>It has not been offered yet.</summary>
    [Word("DRAFT")]
    public static partial PartnerSolutionStatus Draft { get; }

    /// <summary>The partner has not answered yet.</summary>
    [Word("INITIATED")]
    public static partial PartnerSolutionStatus Initiated { get; }

    /// <summary>Its owner requested the deactivation; the partner has not answered yet.</summary>
    [Word("PENDING_DEACTIVATION")]
    public static partial PartnerSolutionStatus PendingDeactivation { get; }

    /// <summary>The partner declined.</summary>
    [Word("REJECTED")]
    public static partial PartnerSolutionStatus Rejected { get; }
}
