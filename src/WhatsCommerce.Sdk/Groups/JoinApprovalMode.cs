namespace WhatsCommerce.Groups;

/// <summary>Whether those who follow the invite link join at once, or the business approves each: an open value.</summary>
/// <remarks>Source: Meta, groups/reference.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct JoinApprovalMode
{
    /// <summary>They join at once; what Meta takes by default.</summary>
    [Word("auto_approve")]
    public static partial JoinApprovalMode AutoApprove { get; }

    /// <summary>The business approves or rejects each request to join.</summary>
    [Word("approval_required")]
    public static partial JoinApprovalMode ApprovalRequired { get; }
}
