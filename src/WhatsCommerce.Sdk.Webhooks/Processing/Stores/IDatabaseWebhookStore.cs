namespace WhatsCommerce.Webhooks;

/// <summary>
/// A webhook store in a database, whose claims can be completed in the transaction of other code: what a handler wrote and its completion
/// are committed together.
/// </summary>
public interface IDatabaseWebhookStore
{
    /// <summary>Determines whether the claims are stored in a database.</summary>
    /// <param name="database">The database.</param>
    /// <returns>Whether its transactions can complete claims.</returns>
    bool IsIn(WhatsCommerceDatabase database);

    /// <summary>
    /// Creates the statement that completes the claim of a run. After the commit call <see cref="WebhookContext.MarkCompleted"/>. When it
    /// changes no row, another run claimed the event: throw <see cref="WebhookClaimLostException"/>.
    /// </summary>
    /// <param name="context">The handler's context.</param>
    /// <returns>The statement, which must change a row.</returns>
    DatabaseStatement CompletionOf(WebhookContext context);
}
