namespace WhatsCommerce.Storefronts;

/// <summary>Writes statements in one transaction with the completion of the webhook that they carry out.</summary>
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

    /// <returns>Whether all of it was written; else nothing was.</returns>
    /// <exception cref="WebhookClaimLostException">Another run has the webhook by now; nothing was written.</exception>
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

        // Only now: a step that was not written leaves the completion to the webhook, which was carried out by an earlier run.
        if (result == WhatsCommerceDatabase.Written && rows < statements.Count)
        {
            webhook!.MarkCompleted();
        }

        return result == WhatsCommerceDatabase.Written;
    }
}
