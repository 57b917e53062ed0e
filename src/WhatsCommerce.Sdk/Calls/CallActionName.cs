namespace WhatsCommerce.Calls;

/// <summary>What a business can do to reach a customer by phone: an open value.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
[OpenWord]
public readonly partial record struct CallActionName
{
    /// <summary>Call the customer; counted when the customer answers.</summary>
    [Word("start_call")]
    public static partial CallActionName StartCall { get; }

    /// <summary>Request the permission to call.</summary>
    [Word("send_call_permission_request")]
    public static partial CallActionName RequestPermission { get; }
}
