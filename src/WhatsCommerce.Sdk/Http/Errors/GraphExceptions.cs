namespace WhatsCommerce.Http;

/// <summary>The one place that knows which exception stands for which class.</summary>
internal static class GraphExceptions
{
    public static GraphException Create(string message, GraphFailure failure, Exception? inner = null) => failure.ErrorClass switch
    {
        GraphErrorClass.Authentication => new GraphAuthenticationException(message, failure, inner),
        GraphErrorClass.Permission => new GraphPermissionException(message, failure, inner),
        GraphErrorClass.Throttled => new GraphThrottledException(message, failure, inner),
        GraphErrorClass.MessagingLimit => new GraphMessagingLimitException(message, failure, inner),
        GraphErrorClass.OutcomeUnknown => new GraphUnavailableException(message, failure, inner),
        GraphErrorClass.InvalidRequest => new GraphInvalidRequestException(message, failure, inner),
        GraphErrorClass.Product => new GraphProductException(message, failure, inner),
        GraphErrorClass.Recipient => new GraphRecipientException(message, failure, inner),
        GraphErrorClass.OutsideWindow => new GraphOutsideWindowException(message, failure, inner),
        GraphErrorClass.AccountIntegrity => new GraphAccountIntegrityException(message, failure, inner),
        GraphErrorClass.PaymentSetup => new GraphPaymentSetupException(message, failure, inner),
        GraphErrorClass.Order => new GraphOrderException(message, failure, inner),
        GraphErrorClass.TemplateUse => new GraphTemplateUseException(message, failure, inner),
        GraphErrorClass.TemplateCreation => new GraphTemplateCreationException(message, failure, inner),
        GraphErrorClass.Media => new GraphMediaException(message, failure, inner),
        GraphErrorClass.Paging => new GraphPagingException(message, failure, inner),
        GraphErrorClass.Registration => new GraphRegistrationException(message, failure, inner),
        GraphErrorClass.Flow => new GraphFlowException(message, failure, inner),
        GraphErrorClass.BlockList => new GraphBlockListException(message, failure, inner),
        GraphErrorClass.Calling => new GraphCallingException(message, failure, inner),
        GraphErrorClass.Group => new GraphGroupException(message, failure, inner),
        GraphErrorClass.UserName => new GraphUserNameException(message, failure, inner),
        GraphErrorClass.NotWritten => new GraphConnectionException(message, failure, inner),
        _ => new GraphException(message, failure, inner),
    };
}
