namespace WhatsCommerce.Templates;

/// <content>Template library, authentication templates in several languages, comparison, groups.</content>
public partial class TemplatesClient
{
    // Idempotent: an existing template is updated.
    private static readonly GraphOperation Upsert =
        new("upsert_templates", ResponseReader.Of(TemplatesJson.Default.DataResponseCreatedTemplate))
        {
            IfRefused = ITemplateApi.IfRefused,
        };

    /// <summary>Gets the client that manages groups of templates.</summary>
    public virtual TemplateGroupsClient Groups => field ??= new TemplateGroupsClient(_transport);

    /// <summary>Lists the templates of Meta's library.</summary>
    /// <param name="query">The filter; all by default.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<LibraryTemplate> ListLibraryAsync(
        TemplateLibraryQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new TemplateLibraryQuery();
        return _transport.List(
            (limit, after, token) => Api.ListLibrary(
                query.Search, query.Topic, query.UseCase, query.Industry, query.Language, limit, after, token),
            cancellationToken);
    }

    /// <summary>Creates a template from Meta's library; usually approved immediately.</summary>
    /// <param name="definition">The library template, the new name, and the inputs of its buttons.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>Its id and status.</returns>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The definition violates rules; nothing was sent.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CreatedTemplate> CreateFromLibraryAsync(
        LibraryTemplateDefinition definition, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        GraphCall call = _transport.Post(Create, $"{_transport.OwnAccount(accountId)}/message_templates", definition.ToJson());
        return await _transport.CallAsync<CreatedTemplate>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Creates an authentication template in several languages, or updates existing ones. Meta sets the labels of buttons in each language;
    /// those of the definition are ignored.
    /// </summary>
    /// <param name="definition">The template, from <see cref="Template.Authentication"/>; its language is ignored.</param>
    /// <param name="languages">The languages, such as <c>en_US</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The template in each language.</returns>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">
    /// It is not an authentication template, or a language is invalid; nothing was sent.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<IReadOnlyList<CreatedTemplate>> UpsertAsync(
        TemplateDefinition definition,
        IReadOnlyList<string> languages,
        BusinessAccountId accountId = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(languages);
        GraphCall call = _transport.Post(
            Upsert, $"{_transport.OwnAccount(accountId)}/upsert_message_templates", LanguagesBody.Of(definition, languages));
        DataResponse<CreatedTemplate> response =
            await _transport.CallAsync<DataResponse<CreatedTemplate>>(call, cancellationToken).ConfigureAwait(false);
        return response.Data!;
    }

    /// <summary>
    /// Compares two templates of one account: how often they were sent, and how often customers blocked the business after them. Each must
    /// have been sent a thousand times within the window.
    /// </summary>
    /// <param name="templateId">The first template.</param>
    /// <param name="otherId">The second template.</param>
    /// <param name="window">The period.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id, or the window is not one of the four.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<TemplateComparison> CompareAsync(
        TemplateId templateId, TemplateId otherId, TemplateComparisonWindow window, CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(window))
        {
            throw new ArgumentOutOfRangeException(nameof(window), "A comparison looks back 7, 30, 60 or 90 days.");
        }

        // Seconds, as Meta's page says; its example has milliseconds.
        DateTimeOffset end = _transport.Services.Time.GetUtcNow();
        DataResponse<ComparisonMetric> response = await Api.Compare(
            templateId,
            $"[{GraphPath.Check(otherId)}]",
            Seconds(end.AddDays(-(int)window)),
            Seconds(end),
            cancellationToken).ConfigureAwait(false);
        return response.ToComparison();
    }

    private static string Seconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
