using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing;

/// <summary>The message templates of a local account. The test controls Meta's review.</summary>
/// <remarks>
/// A template that is created through the API is PENDING for <see cref="CloudApiEmulatorOptions.ReviewTime"/>, and then approved unless the
/// test decides otherwise; a webhook (<c>message_template_status_update</c>) reports this and every later decision. Until the account has a
/// template, messages with any template name are accepted; after that only those with approved templates. Thread-safe.
/// <code>
/// cloud.Templates.Reject("spring_sale", "INVALID_FORMAT");   // at the end of its review, or immediately
/// cloud.Templates.Add("""{"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");
/// </code>
/// </remarks>
public sealed partial class EmulatedTemplates
{
    // How long the name of a deleted template cannot be reused in its language.
    private static readonly TimeSpan NameIsKept = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private readonly CloudApiEmulatorOptions _options;
    private readonly IdSequence _ids;
    private readonly EmulatorChanges _changes;
    private readonly EmulatorTimers _timers;
    private readonly List<TemplateEntry> _entries = [];
    private readonly Dictionary<string, (string Status, string? Reason)> _verdicts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Language), DateTimeOffset> _deleted = [];

    internal EmulatedTemplates(CloudApiEmulatorOptions options, IdSequence ids, EmulatorChanges changes, EmulatorTimers timers)
    {
        _options = options;
        _ids = ids;
        _changes = changes;
        _timers = timers;
    }

    /// <summary>Called when Meta has decided on a template, with the template and the reason.</summary>
    internal Action<EmulatedTemplate, string>? Decided { get; set; }

    /// <summary>All templates, in the order of their creation.</summary>
    public IReadOnlyList<EmulatedTemplate> Items =>
    [
        .. Entries().Select(View),
    ];

    /// <summary>Finds a template in one language.</summary>
    /// <param name="name">The name of the template.</param>
    /// <param name="language">The language, such as <c>en_US</c>.</param>
    /// <returns>The template, or <see langword="null"/>.</returns>
    public EmulatedTemplate? Find(string name, string language) => FindEntry(name, language) is { } entry ? View(entry) : null;

    /// <summary>Adds a template that is approved immediately.</summary>
    /// <param name="json">The definition, as posted to <c>/{account}/message_templates</c>.</param>
    /// <returns>The id of the template.</returns>
    /// <exception cref="ArgumentException">The definition is invalid; the message says why.</exception>
    public string Add(string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        JsonElement template;
        try
        {
            template = JsonElement.Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The definition is not valid JSON: {exception.Message}", nameof(json), exception);
        }

        return Make(template, DateTimeOffset.MinValue, out TemplateEntry? made) is { } refusal
            ? throw new ArgumentException($"Meta would reject the definition: {refusal.UserMessage ?? refusal.Message}", nameof(json))
            : made!.Id;
    }

    /// <summary>Approves a template immediately, in all its languages.</summary>
    /// <param name="name">The name of the template.</param>
    public void Approve(string name) => Decide(name, "APPROVED", null);

    /// <summary>Rejects a template in all its languages: immediately, or as soon as its review ends.</summary>
    /// <param name="name">The name of the template.</param>
    /// <param name="reason">The reason in <c>rejected_reason</c>: <c>INVALID_FORMAT</c>, <c>TAG_CONTENT_MISMATCH</c>, ...</param>
    public void Reject(string name, string reason = "INVALID_FORMAT") => Decide(name, "REJECTED", reason);

    /// <summary>Pauses a template, as Meta does when customers block the business because of it: sends fail with 132015.</summary>
    /// <param name="name">The name of the template.</param>
    public void Pause(string name) => Decide(name, "PAUSED", null);

    /// <summary>Disables a template permanently: sends fail with 132016.</summary>
    /// <param name="name">The name of the template.</param>
    public void Disable(string name) => Decide(name, "DISABLED", null);

    internal TemplateEntry[] Entries()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    /// <summary>The category of the template in a message; <see langword="null"/> when the account does not have it.</summary>
    internal string? CategoryOf(JsonElement message)
    {
        JsonElement? template = ((JsonElement?)message).ObjectMember("template");
        string? name = template.TextMember("name");
        string? language = template.ObjectMember("language").TextMember("code");
        lock (_gate)
        {
            return _entries.Find(entry => entry.Name == name && entry.Language == language)?.Category;
        }
    }

    internal TemplateEntry? Find(long id) => Array.Find(Entries(), entry => entry.Number == id);

    internal TemplateEntry? FindEntry(string? name, string? language) =>
        Array.Find(Entries(), entry => entry.Name == name && entry.Language == language);

    internal string StatusOf(TemplateEntry entry)
    {
        lock (_gate)
        {
            bool isInReview = _options.TimeProvider.GetUtcNow() < entry.ReviewDue;
            string? status = _verdicts.TryGetValue(entry.Name, out var verdict) ? verdict.Status : null;
            return status switch
            {
                null => isInReview ? "PENDING" : "APPROVED",
                "REJECTED" when isInReview => "PENDING",
                _ => status,
            };
        }
    }

    internal string ReasonOf(TemplateEntry entry)
    {
        lock (_gate)
        {
            return StatusOf(entry) == "REJECTED" ? _verdicts[entry.Name].Reason! : "NONE";
        }
    }

    /// <summary>Adds a template, unless its definition is invalid.</summary>
    internal Refusal? Make(JsonElement template, DateTimeOffset reviewDue, out TemplateEntry? made)
    {
        made = null;
        JsonElement? json = template;
        if (TemplateRules.JudgeNew(json) is { } refusal)
        {
            return refusal;
        }

        string name = json.TextMember("name")!;
        string language = json.TextMember("language")!;
        lock (_gate)
        {
            if (_entries.Count >= Limits.Templates)
            {
                return TemplateRefusals.LimitReached();
            }

            if (_entries.Exists(entry => entry.Name == name && entry.Language == language))
            {
                return TemplateRefusals.ExistsAlready(language);
            }

            if (_deleted.TryGetValue((name, language), out DateTimeOffset at) && _options.TimeProvider.GetUtcNow() - at < NameIsKept)
            {
                return TemplateRefusals.BeingDeleted(language);
            }

            made = new(this, _ids.Next(), name, language)
            {
                Category = json.TextMember("category")!.ToUpperInvariant(),
                SubCategory = json.TextMember("sub_category")?.ToUpperInvariant(),
                ParameterFormat = json.TextMember("parameter_format")?.ToUpperInvariant(),
                Components = Encoding.UTF8.GetBytes(template.GetProperty("components").GetRawText()),
                ReviewDue = reviewDue,
                At = _options.TimeProvider.GetUtcNow(),
            };
            _entries.Add(made);
            TellReview(made);
            return null;
        }
    }

    /// <summary>
    /// Edits a template, which is then reviewed again. An approved template can be edited once a day and ten times a month.
    /// </summary>
    internal Refusal? Edit(TemplateEntry template, JsonElement? changes)
    {
        lock (_gate)
        {
            DateTimeOffset now = _options.TimeProvider.GetUtcNow();
            string status = StatusOf(template);
            int inADay = template.Edits.Count(edit => now - edit < TimeSpan.FromDays(1));
            int inAMonth = template.Edits.Count(edit => now - edit < TimeSpan.FromDays(30));
            Refusal? refusal = status is not ("APPROVED" or "REJECTED" or "PAUSED") ? TemplateRefusals.Invalid(
                $"A template that is {status} cannot be edited.")
                : status == "APPROVED" && changes.TextMember("category") is { } category && !category.Equals(
                    template.Category, StringComparison.OrdinalIgnoreCase)
                    ? TemplateRefusals.Invalid("The category of an approved template cannot be changed.")
                : status == "APPROVED" && (inADay >= Limits.EditsInADay || inAMonth >= Limits.EditsInAMonth)
                    ? TemplateRefusals.Invalid("An approved template can be edited once in 24 hours and ten times in 30 days.")
                : TemplateRules.JudgeEdit(changes, template.Category);
            int index = _entries.FindIndex(entry => entry.Number == template.Number);
            if (refusal is not null || index < 0)
            {
                return refusal ?? TemplateRefusals.NotFound();
            }

            _entries[index] = template with
            {
                Category = changes.TextMember("category")?.ToUpperInvariant() ?? template.Category,
                Components = changes.ArrayMember("components") is { } components
                    ? Encoding.UTF8.GetBytes(components.GetRawText())
                    : template.Components,
                ReviewDue = now + _options.ReviewTime,
                At = now,
                Edits = status == "APPROVED" ? [.. template.Edits, now] : template.Edits,
            };
            _verdicts.Remove(template.Name);
            TellReview(_entries[index]);
            return null;
        }
    }

    /// <summary>Deletes templates; the names of approved ones cannot be used again for a while.</summary>
    internal bool Delete(Func<TemplateEntry, bool> holds)
    {
        lock (_gate)
        {
            TemplateEntry[] gone = [.. _entries.Where(holds)];
            foreach (TemplateEntry entry in gone)
            {
                if (StatusOf(entry) != "REJECTED")
                {
                    _deleted[(entry.Name, entry.Language)] = _options.TimeProvider.GetUtcNow();
                }

                _entries.Remove(entry);
            }

            return gone.Length > 0;
        }
    }

    private EmulatedTemplate View(TemplateEntry entry) => new()
    {
        Id = entry.Id,
        Name = entry.Name,
        Language = entry.Language,
        Category = entry.Category,
        Status = StatusOf(entry),
        Components = JsonElement.Parse(entry.Components),
    };

    private void Decide(string name, string status, string? reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        TemplateEntry[] changed;
        lock (_gate)
        {
            string[] before = [.. _entries.Select(StatusOf)];
            _verdicts[name] = (status, reason);
            changed = [.. _entries.Where((entry, index) => entry.Name == name && StatusOf(entry) != before[index])];
        }

        _changes.Settings();
        foreach (TemplateEntry entry in changed)
        {
            Tell(entry);
        }
    }

    // A template that a test added is already approved, and has no webhook.
    private void TellReview(TemplateEntry entry)
    {
        _changes.Settings();
        if (entry.ReviewDue > DateTimeOffset.MinValue)
        {
            _timers.After(_options.ReviewTime, () => TellIfReviewed(entry));
        }
    }

    // A decision before the end of the review was already reported.
    private void TellIfReviewed(TemplateEntry entry)
    {
        bool isNews;
        lock (_gate)
        {
            isNews = _entries.Exists(other => other.Number == entry.Number && other.ReviewDue == entry.ReviewDue)
                && StatusOf(entry) != "PENDING"
                && (!_verdicts.TryGetValue(entry.Name, out var verdict) || verdict.Status == "REJECTED");
        }

        _changes.Settings();
        if (isNews)
        {
            Tell(entry);
        }
    }

    private void Tell(TemplateEntry entry) => Decided?.Invoke(View(entry), ReasonOf(entry));
}
