namespace WhatsCommerce;

/// <summary>
/// Represents whether people who follow the invite link join immediately, or need the approval of the business; unlisted values are kept.
/// </summary>
/// <remarks>Source: Meta, groups/reference.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct JoinApprovalMode
{
    /// <summary>They join immediately; Meta's default.</summary>
    [Word("auto_approve")]
    public static partial JoinApprovalMode AutoApprove { get; }

    /// <summary>The business approves or rejects each request to join.</summary>
    [Word("approval_required")]
    public static partial JoinApprovalMode ApprovalRequired { get; }
}
