namespace WhatsCommerce.Templates;

/// <summary>
/// Manages groups of templates, whose analytics are aggregated in <c>client.Analytics</c>. Available as
/// <see cref="TemplatesClient.Groups"/>.
/// </summary>
/// <remarks>A template is in one group at a time. Source: Meta, templates/template-groups.</remarks>
public class TemplateGroupsClient
{
    private static readonly GraphOperation Creation = new("create_template_group", ResponseReader.Of(TemplatesJson.Default.IdResponse))
    {
        IsSentOnce = true,
        IfRefused = ITemplateApi.IfRefused,
        IfUnknown = "Whether the group was created is not known: names are unique, so look for it in the list before creating it again.",
    };

    private static readonly GraphOperation Change = new("update_template_group", ResponseReader.Of(TemplatesJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfRefused = ITemplateApi.IfRefused,
        IfUnknown = "Whether the group was changed is not known: read it before changing it again.",
    };

    private readonly GraphTransport _transport = null!;

    private ITemplateGroupApi Api => field ??= GraphApi.Create<ITemplateGroupApi>(_transport, TemplatesJson.Default);

    internal TemplateGroupsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected TemplateGroupsClient() { }

    /// <summary>Creates a group.</summary>
    /// <param name="name">The name, unique among the groups; at most 256 characters.</param>
    /// <param name="templateIds">Its templates; at least one.</param>
    /// <param name="description">At most 512 characters.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>The id of the group.</returns>
    /// <exception cref="ArgumentException">An id is not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The group violates rules; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string> CreateAsync(
        string name,
        IEnumerable<TemplateId> templateIds,
        string? description = null,
        BusinessAccountId accountId = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(templateIds);
        TemplateGroupBody body = new(name, description, [.. templateIds]);
        body.Check();
        GraphCall call = _transport.Post(
            Creation,
            $"{_transport.OwnAccount(accountId)}/template_groups",
            JsonBytes.Write(body, static (writer, group) => group.WriteTo(writer)));
        return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id!;
    }

    /// <summary>Lists the groups of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<TemplateGroup> ListAsync(BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        accountId = _transport.OwnAccount(accountId);
        return _transport.List((limit, after, token) => Api.List(accountId, TemplateGroup.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Gets a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<TemplateGroup> GetAsync(string groupId, CancellationToken cancellationToken = default) =>
        await Api.Get(GraphPath.Check(groupId ?? ""), TemplateGroup.Fields, cancellationToken).ConfigureAwait(false);

    /// <summary>Changes name and description of a group, and adds and removes templates.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="update">The changes.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been changed.</param>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The change violates rules; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been changed; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task UpdateAsync(string groupId, TemplateGroupUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        GraphCall call = _transport.Post(
            Change,
            GraphPath.Check(groupId ?? ""),
            JsonBytes.Write((IJsonBody)update, static (writer, body) => body.WriteTo(writer)));
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a group; its templates are kept.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(string groupId, CancellationToken cancellationToken = default) =>
        await Api.Delete(GraphPath.Check(groupId ?? ""), cancellationToken).ConfigureAwait(false);
}
