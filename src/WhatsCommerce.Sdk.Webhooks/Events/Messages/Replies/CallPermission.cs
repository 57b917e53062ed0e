namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether a customer allows the business to call; unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
[OpenWord]
public readonly partial record struct CallPermission
{
    /// <summary>The business may call.</summary>
    [Word("accept")]
    public static partial CallPermission Accepted { get; }

    /// <summary>The business may not call.</summary>
    [Word("reject")]
    public static partial CallPermission Rejected { get; }
}
