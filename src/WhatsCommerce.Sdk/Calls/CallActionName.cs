namespace WhatsCommerce.Calls;

/// <summary>Represents an action to reach a customer by phone; unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
[OpenWord]
public readonly partial record struct CallActionName
{
    /// <summary>Call the customer; counts only if the customer answers.</summary>
    [Word("start_call")]
    public static partial CallActionName StartCall { get; }

    /// <summary>Request permission to call.</summary>
    [Word("send_call_permission_request")]
    public static partial CallActionName RequestPermission { get; }
}
