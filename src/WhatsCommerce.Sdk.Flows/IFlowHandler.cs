namespace WhatsCommerce.Flows;

/// <summary>Answers the requests of flows. One handler serves an endpoint; several flows are distinguished by token or screen.</summary>
public interface IFlowHandler
{
    /// <summary>Gives the answer to a request.</summary>
    /// <remarks>
    /// WhatsApp repeats a request whose answer did not arrive in time, and a customer may press twice: the same request must lead to the
    /// same result. An exception is answered 500; the customer is told that something went wrong.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Canceled when the request is aborted.</param>
    /// <returns>The answer.</returns>
    ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken);

    /// <summary>Takes note of an error of the customer's WhatsApp; it is logged in any case. The default does nothing more.</summary>
    /// <param name="error">The error.</param>
    /// <param name="cancellationToken">Canceled when the request is aborted.</param>
    /// <returns>A task.</returns>
    ValueTask HandleErrorAsync(FlowClientError error, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
