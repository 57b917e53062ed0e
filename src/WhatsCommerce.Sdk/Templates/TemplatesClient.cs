namespace WhatsCommerce.Templates;

/// <summary>
/// Manages the templates of a WhatsApp Business account (WABA). Available as <see cref="WhatsCommerceClient.Templates"/>.
/// </summary>
/// <remarks>
/// Requires a token with <c>whatsapp_business_management</c>. If no account is given, the client's own is used. Source: Meta,
/// templates/overview and template management.
/// </remarks>
public partial class TemplatesClient
{
    private static readonly GraphOperation Create = new("create_template", ResponseReader.Of(TemplatesJson.Default.CreatedTemplate))
    {
        IsSentOnce = true,
        IfRefused = ITemplateApi.IfRefused,
        IfUnknown = "Whether the template was created is not known: find it by its name and language before creating it again.",
    };

    private static readonly GraphOperation Edit = new("edit_template", ResponseReader.Of(TemplatesJson.Default.SuccessResponse))
    {
        IsSentOnce = true,
        IfRefused = ITemplateApi.IfRefused,
        IfUnknown = "Whether the template was changed is not known: get it before changing it again, since Meta counts each edit.",
    };

    private readonly GraphTransport _transport = null!;

    private ITemplateApi Api => field ??= GraphApi.Create<ITemplateApi>(_transport, TemplatesJson.Default);

    internal TemplatesClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected TemplatesClient() { }

    /// <summary>Creates a template and submits it for review.</summary>
    /// <param name="definition">The definition; see <see cref="Template"/>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>Its id, and the state of its review.</returns>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried. Find it by its name and
    /// language.</exception>
    /// <exception cref="GraphException">Meta rejected the content; the details name the component.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CreatedTemplate> CreateAsync(
        TemplateDefinition definition, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        GraphCall call = _transport.Post(Create, $"{_transport.OwnAccount(accountId)}/message_templates", definition.ToJson());
        return await _transport.CallAsync<CreatedTemplate>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the templates of an account, each language as a separate template.</summary>
    /// <param name="query">The filter and the fields; all by default.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<MessageTemplate> ListAsync(
        TemplateQuery? query = null, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        query ??= new TemplateQuery();
        accountId = _transport.OwnAccount(accountId);
        return _transport.List(
            (limit, after, token) => query.ListAsync(Api, accountId, limit, after, token), cancellationToken, query.PageSize);
    }

    /// <summary>Gets a template.</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="fields">The wire names of the requested fields; null for the default, see <see cref="TemplateQuery.Fields"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphInvalidRequestException">There is no such template, or the token may not see it.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<MessageTemplate> GetAsync(
        TemplateId templateId, IReadOnlyList<string>? fields = null, CancellationToken cancellationToken = default) =>
        await Api.Get(templateId, TemplateQuery.FieldsOf(fields), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds a template by name and language.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="language">The language, exactly, such as <c>en_US</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The template, or <see langword="null"/> when the account has none.</returns>
    /// <exception cref="ArgumentException">The name or the language is blank, or the id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<MessageTemplate?> FindAsync(
        string name, string language, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        TemplateQuery query = new() { Name = name, Languages = [language] };
        await foreach (MessageTemplate template in ListAsync(query, accountId, cancellationToken).ConfigureAwait(false))
        {
            // Meta's filters also return names that contain the name, and en_GB for en.
            if (template.Name == name && template.Language == language)
            {
                return template;
            }
        }

        return null;
    }

    /// <summary>
    /// Edits a template and submits it for review again. Meta accepts few edits of an approved template,
    /// <see cref="TemplateLimits.EditsPerMonth"/>.
    /// </summary>
    /// <param name="templateId">The template.</param>
    /// <param name="definition">The complete definition, with the same name and language.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been changed.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been changed; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the content; the details name the component.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task EditAsync(TemplateId templateId, TemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        GraphCall call = _transport.Post(Edit, $"{GraphPath.Check(templateId)}", definition.ToJson());
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a template in all languages. Its name cannot be used again for a while.</summary>
    /// <param name="name">The name, exactly.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is blank, or the id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(string name, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await Api.Delete(_transport.OwnAccount(accountId), template: null, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a template in one language only.</summary>
    /// <param name="templateId">The template in that language.</param>
    /// <param name="name">Its name, exactly.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is blank, or an id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteLanguageAsync(
        TemplateId templateId, string name, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // Without the id, Meta would delete all languages.
        GraphPath.Check(templateId);
        await Api.Delete(_transport.OwnAccount(accountId), templateId, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Polls until Meta's review has ended: at once, then with delays that double from 5 seconds to 5 minutes.</summary>
    /// <remarks>A review takes minutes, and up to a day. An app that receives webhooks need not poll: <c>message_template_status_update</c>
    /// reports the result.</remarks>
    /// <param name="templateId">The template.</param>
    /// <param name="maxWait">How long to poll; 1 day by default.</param>
    /// <param name="cancellationToken">Cancels the wait; the review continues.</param>
    /// <returns>The result of the review.</returns>
    /// <exception cref="OperationUnfinishedException">The review has not ended in time.</exception>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<TemplateReview> WaitUntilReviewedAsync(
        TemplateId templateId, TimeSpan? maxWait = null, CancellationToken cancellationToken = default) =>
        TemplateReviewWait.RunAsync(
            _transport.Services.Time, token => GetAsync(templateId, cancellationToken: token), maxWait, cancellationToken);
}
