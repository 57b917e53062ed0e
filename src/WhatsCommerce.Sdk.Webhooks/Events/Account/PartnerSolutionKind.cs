namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of a multi-partner solution (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/partner_solutions.</remarks>
[OpenWord]
public readonly partial record struct PartnerSolutionKind
{
    /// <summary>It was created as a draft, or offered to a partner.</summary>
    [Word("SOLUTION_CREATED")]
    public static partial PartnerSolutionKind SolutionCreated { get; }

    /// <summary>It changed.</summary>
    [Word("SOLUTION_UPDATED")]
    public static partial PartnerSolutionKind SolutionUpdated { get; }
}
