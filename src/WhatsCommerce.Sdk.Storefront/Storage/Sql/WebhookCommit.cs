namespace WhatsCommerce.Storefronts;

/// <summary>Writes statements in one transaction with the completion of their webhook.</summary>
internal sealed class WebhookCommit
{
    private readonly WhatsCommerceDatabase _database;
    private readonly IDatabaseWebhookStore? _webhooks;
    private readonly DatabaseReadiness _readiness;

    public WebhookCommit(WhatsCommerceDatabase database, IWebhookStore? webhooks, DatabaseReadiness readiness)
    {
        _database = database;
        _webhooks = webhooks is IDatabaseWebhookStore claims && claims.IsIn(database) ? claims : null;
        _readiness = readiness;
    }

    /// <returns>Whether everything was written; otherwise nothing was.</returns>
    /// <exception cref="WebhookClaimLostException">Another run has claimed the webhook; nothing was written.</exception>
    public async Task<bool> WriteAsync(
        List<DatabaseStatement> statements, WebhookContext? webhook, CancellationToken cancellationToken)
    {
        int rows = statements.Count;
        if (webhook is not null && _webhooks is not null)
        {
            statements.Add(_webhooks.CompletionOf(webhook));
        }

        if (statements.Count == 0)
        {
            return true;
        }

        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        int result = await _database.WriteAsync(statements, cancellationToken).ConfigureAwait(false);
        if (result == rows && rows < statements.Count)
        {
            throw new WebhookClaimLostException(webhook!.Claim);
        }

        // Only after the write: if the step was not written, an earlier run handled the webhook, and its completion is left to the webhook.
        if (result == WhatsCommerceDatabase.Written && rows < statements.Count)
        {
            webhook!.MarkCompleted();
        }

        return result == WhatsCommerceDatabase.Written;
    }
}
