namespace WhatsCommerce.Http;

/// <summary>Maps error classes to exceptions: those that apps usually handle separately have one.</summary>
internal static class GraphExceptions
{
    public static GraphException Create(string message, GraphFailure failure, Exception? inner = null) => failure.ErrorClass switch
    {
        GraphErrorClass.Authentication => new GraphAuthenticationException(message, failure, inner),
        GraphErrorClass.Permission => new GraphPermissionException(message, failure, inner),
        GraphErrorClass.Throttled => new GraphThrottledException(message, failure, inner),
        GraphErrorClass.MessagingLimit => new GraphMessagingLimitException(message, failure, inner),
        GraphErrorClass.Unavailable => new GraphUnavailableException(message, failure, inner),
        GraphErrorClass.InvalidRequest => new GraphInvalidRequestException(message, failure, inner),
        GraphErrorClass.Product => new GraphProductException(message, failure, inner),
        GraphErrorClass.Recipient => new GraphRecipientException(message, failure, inner),
        GraphErrorClass.OutsideWindow => new GraphOutsideWindowException(message, failure, inner),
        GraphErrorClass.Paging => new GraphPagingException(message, failure, inner),
        GraphErrorClass.Connection => new GraphConnectionException(message, failure, inner),
        _ => new GraphException(message, failure, inner),
    };
}
