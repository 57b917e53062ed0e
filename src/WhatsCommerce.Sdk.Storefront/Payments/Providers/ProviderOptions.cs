namespace WhatsCommerce.Storefronts;

/// <summary>What the options of all providers have in common.</summary>
public abstract class ProviderOptions
{
    private protected ProviderOptions(string title) => Title = title;

    /// <summary>Gets or sets the label of the button, at most 20 characters.</summary>
    public string Title { get; set; }

    /// <summary>Gets or sets the translations, by language such as <c>es</c>.</summary>
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets or sets a value indicating whether keys of the provider's test mode may be used in the environment <c>Production</c>. Otherwise
    /// that is an error at startup. Test-mode payments also require <see cref="StorefrontOptions.AllowTestPayments"/>.
    /// </summary>
    public bool AllowTestKeys { get; set; }

    /// <summary>
    /// Gets or sets the address of the provider's API in tests, such as a local server; the provider's own when it is
    /// <see langword="null"/>. It must be https, or on this machine, because the keys are sent to it.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the path of the section that the options were bound to, for messages.</summary>
    internal string? SectionPath { get; set; }

    /// <summary>Gets a value indicating whether the keys are those of the provider's test mode.</summary>
    internal abstract bool IsTestMode { get; }

    /// <summary>What is missing or wrong, a sentence each.</summary>
    internal abstract IEnumerable<string> Problems();

    internal string TitleFor(string language) => TextLanguage.Find(Titles, language) ?? Title;
}
