namespace WhatsCommerce.Flows;

/// <summary>Handles the requests of flows. One handler serves an endpoint; distinguish several flows by token or screen.</summary>
public interface IFlowHandler
{
    /// <summary>Handles a request and returns the response.</summary>
    /// <remarks>
    /// Must be idempotent: WhatsApp repeats a request whose response did not arrive in time, and a customer may press twice. An exception
    /// is answered with 500, and the customer sees an error.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled when the request is aborted.</param>
    /// <returns>The response.</returns>
    ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Handles an error that the customer's WhatsApp reports; it is logged in any case. The default implementation does nothing.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="cancellationToken">Canceled when the request is aborted.</param>
    /// <returns>A task.</returns>
    ValueTask HandleErrorAsync(FlowClientError error, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
