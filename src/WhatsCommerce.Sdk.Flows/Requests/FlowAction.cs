namespace WhatsCommerce.Flows;

/// <summary>Represents why WhatsApp calls the endpoint of a flow; unlisted values are kept.</summary>
/// <remarks>Source: Meta, flows/guides/implementingyourflowendpoint.</remarks>
[OpenWord]
public readonly partial record struct FlowAction
{
    /// <summary>The customer opens the flow, and its message was sent with <c>flow_action: data_exchange</c>.</summary>
    [Word("INIT")]
    public static partial FlowAction Init { get; }

    /// <summary>The customer goes back to a screen that must be refreshed (<c>refresh_on_back</c>).</summary>
    [Word("BACK")]
    public static partial FlowAction Back { get; }

    /// <summary>The customer submits a screen, or a component of it requests data.</summary>
    [Word("data_exchange")]
    public static partial FlowAction DataExchange { get; }

    /// <summary>Meta checks that the endpoint is available. Answered by the endpoint itself; no handler gets it.</summary>
    [Word("ping")]
    public static partial FlowAction Ping { get; }
}
