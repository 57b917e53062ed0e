namespace WhatsCommerce.Flows;

/// <summary>
/// Manages the flows of a WhatsApp Business account (WABA): forms with screens. Available as <see cref="WhatsCommerceClient.Flows"/>.
/// </summary>
/// <remarks>
/// Requires a token with <c>whatsapp_business_management</c>. If no account is given, the client's own is used. The public key
/// of an endpoint belongs to the number: <c>client.PhoneNumbers.SetPublicKeyAsync</c>. Source: Meta, flows/reference/flowsapi, and its
/// OpenAPI v23.0.
/// </remarks>
public partial class FlowsClient
{
    private static readonly GraphOperation Creation = new("create_flow", ResponseReader.Of(FlowsJson.Default.CreatedFlow))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the flow was created is not known: names are unique, so look for it in the list before creating it again.",
    };

    private static readonly GraphOperation Publication = new("publish_flow", ResponseReader.Of(FlowsJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the flow was published is not known: get it, and see its status.",
    };

    private static readonly GraphOperation Deprecation = new("deprecate_flow", ResponseReader.Of(FlowsJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the flow was deprecated is not known: get it, and see its status.",
    };

    private static readonly GraphOperation Migration = new("migrate_flows", ResponseReader.Of(FlowsJson.Default.FlowMigration))
    {
        IsSentOnce = true,
        IfUnknown = "Whether the flows were copied is not known: look for their names in the list before copying them again.",
    };

    private readonly GraphTransport _transport = null!;

    private IFlowApi Api => field ??= GraphApi.Create<IFlowApi>(_transport, FlowsJson.Default);

    internal FlowsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected FlowsClient() { }

    /// <summary>Lists the flows of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<Flow> ListAsync(BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        accountId = _transport.OwnAccount(accountId);
        return _transport.List((limit, after, token) => Api.List(accountId, Flow.ListFields, limit, after, token), cancellationToken);
    }

    /// <summary>Reads a flow, with its health and the app that is connected to it.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Flow> GetAsync(string flowId, CancellationToken cancellationToken = default) =>
        await Api.Get(Checked(flowId), Flow.Fields, cancellationToken).ConfigureAwait(false);

    /// <summary>Creates a flow: as a draft, or published immediately.</summary>
    /// <param name="draft">The definition.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>Its id, and the errors in its JSON.</returns>
    /// <exception cref="ArgumentException">The id is not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The draft violates rules; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request (100: the name is taken), or could not be reached.</exception>
    public virtual async Task<CreatedFlow> CreateAsync(
        FlowDraft draft, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft.Check();
        if (draft.CloneFlowId is { } source)
        {
            GraphPath.Check(source);
        }

        GraphCall call = _transport.Post(Creation, $"{_transport.OwnAccount(accountId)}/flows", Written(draft));
        return await _transport.CallAsync<CreatedFlow>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes name, categories, endpoint and app of a flow. A published one becomes a draft again.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="update">The change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The change violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request (139001: it can no longer be changed), or could not be
    /// reached.</exception>
    public virtual async Task UpdateAsync(string flowId, FlowUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        if (update.ApplicationId is { } app)
        {
            GraphPath.Check(app);
        }

        await Api.Update(Checked(flowId), update, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes a draft, so that it can be sent to customers.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been published.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been published; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request (139002: not a draft, errors in its JSON, no endpoint, no public key), or
    /// could not be reached.</exception>
    public virtual Task PublishAsync(string flowId, CancellationToken cancellationToken = default) =>
        PostAsync(Publication, $"{Checked(flowId)}/publish", cancellationToken);

    /// <summary>Deprecates a published flow permanently: it can no longer be sent or opened.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been deprecated.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been deprecated; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request (139003: it is not published), or could not be reached.</exception>
    public virtual Task DeprecateAsync(string flowId, CancellationToken cancellationToken = default) =>
        PostAsync(Deprecation, $"{Checked(flowId)}/deprecate", cancellationToken);

    /// <summary>Deletes a draft permanently.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request (139004: it is not a draft), or could not be reached.</exception>
    public virtual async Task DeleteAsync(string flowId, CancellationToken cancellationToken = default) =>
        await Api.Delete(Checked(flowId), cancellationToken).ConfigureAwait(false);

    /// <summary>Copies flows from another account of the same business, under new ids. The copy of a published flow is published.</summary>
    /// <param name="sourceAccountId">The account to copy from.</param>
    /// <param name="names">The names of the flows to copy; all by default.</param>
    /// <param name="accountId">The account to copy to.</param>
    /// <param name="cancellationToken">Cancels the call; then some may have been copied.</param>
    /// <returns>The flows that were copied, and those that were not.</returns>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">They may or may not have been copied; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FlowMigration> MigrateAsync(
        BusinessAccountId sourceAccountId,
        IReadOnlyList<string>? names = null,
        BusinessAccountId accountId = default,
        CancellationToken cancellationToken = default)
    {
        byte[] body = JsonBytes.Write((Source: GraphPath.Check(sourceAccountId), Names: names ?? []), static (writer, what) =>
        {
            writer.WriteStartObject();
            writer.WriteString("source_waba_id"u8, what.Source.Value);
            if (what.Names.Count > 0)
            {
                writer.WriteStartArray("source_flow_names"u8);
                foreach (string name in what.Names)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
        GraphCall call = _transport.Post(Migration, $"{_transport.OwnAccount(accountId)}/migrate_flows", body);
        return await _transport.CallAsync<FlowMigration>(call, cancellationToken).ConfigureAwait(false);
    }

    private static byte[] Written(IJsonBody body) => JsonBytes.Write(body, static (writer, body) => body.WriteTo(writer));

    private static string Checked(string flowId) => GraphPath.Check(flowId ?? "");

    private async Task PostAsync(GraphOperation operation, string path, CancellationToken cancellationToken) =>
        await _transport.CallAsync<SuccessResponse>(_transport.Post(operation, path, body: []), cancellationToken).ConfigureAwait(false);
}
