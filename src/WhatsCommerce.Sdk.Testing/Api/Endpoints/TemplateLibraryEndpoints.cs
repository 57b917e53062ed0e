using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for the template library, for templates in several languages, and for comparisons and groups of templates. Source: Meta,
/// templates.
/// </summary>
internal sealed class TemplateLibraryEndpoints(CloudApiEmulatorOptions options, SentLog log, IdSequence ids, Paging paging)
{
    private const int GroupName = 256;
    private const int GroupDescription = 512;
    private const int Tolerance = 3600;

    private static readonly int[] Windows = [7, 30, 60, 90];

    public ApiResponse List(ApiCall call, TemplateLibrary library) => paging.Respond(
        call,
        TemplateLibrary.Items,
        static item => long.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
        static (json, item) =>
        {
            foreach (JsonProperty member in item.EnumerateObject())
            {
                member.WriteTo(json);
            }
        },
        item => (call.Text("search")?.Trim('"') is not { Length: > 0 } search
                || item.GetRawText().Contains(search, StringComparison.OrdinalIgnoreCase))
            && Fits(call, item, "topic") && Fits(call, item, "usecase") && Fits(call, item, "category")
            && Fits(call, item, "industry")
            && (call.Text("language") is not { Length: > 0 } language
                || item.GetProperty("language").GetString()!.StartsWith(language, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Creates or updates a template in each language. Nothing is changed when one of them is invalid.</summary>
    public ApiResponse Upsert(ApiCall call, EmulatedAccount account)
    {
        JsonElement request = call.Body ?? throw new RefusedException(Refusals.Required("name"));
        string[] languages = [.. new Place(call.Json("languages"), "languages").Items.Select(item => item.Text ?? "")];
        ApiCall.Check(
            languages.Length == 0 ? Refusals.Required("languages")
            : call.Text("category")?.ToUpperInvariant() is not "AUTHENTICATION"
                ? Refusals.NotOneOf("category", "AUTHENTICATION", call.Text("category") ?? "")
            : null);
        foreach (string language in languages)
        {
            ApiCall.Check(TemplateRules.JudgeNew(TemplateLibraryRules.InLanguage(request, language)));
        }

        List<TemplateEntry> entries = [];
        foreach (string language in languages)
        {
            JsonElement definition = TemplateLibraryRules.InLanguage(request, language);
            if (account.Templates.FindEntry(call.Text("name"), language) is { } there)
            {
                ApiCall.Check(there.Owner.Edit(there, definition));
                entries.Add(account.Templates.FindEntry(there.Name, language)!);
                continue;
            }

            ApiCall.Check(account.Templates.Make(
                definition, options.TimeProvider.GetUtcNow() + options.ReviewTime, out TemplateEntry? made));
            entries.Add(made!);
        }

        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            foreach (TemplateEntry entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("id", entry.Id);
                json.WriteString("status", account.Templates.StatusOf(entry));
                json.WriteString("language", entry.Language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>
    /// Compares two templates. Unlike Meta, this does not require that each was sent a thousand times; block rates are zero.
    /// </summary>
    public ApiResponse Compare(ApiCall call, TemplateEntry template)
    {
        string[] others = AnalyticsFields.List(call.Text("template_ids"));
        TemplateEntry? other = others is [var one] && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? template.Owner.Find(number)
            : null;
        ApiCall.Check(
            others.Length != 1 ? Refusals.InvalidParameter(
                "Only two templates can be compared: template_ids must contain exactly one other id.")
            : other is null ? TemplateRefusals.NotFound()
            : !IsWindow(Seconds(call.Text("start")), Seconds(call.Text("end")))
                ? Refusals.InvalidParameter("The period must be 7, 30, 60 or 90 days.")
            : null);
        TemplateEntry[] both = [template, other!];
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            WriteMetric(json, "BLOCK_RATE", "RELATIVE", "order_by_relative_metric", () =>
            {
                foreach (TemplateEntry entry in both)
                {
                    json.WriteStringValue(entry.Id);
                }
            });
            WriteMetric(json, "MESSAGE_SENDS", "NUMBER_VALUES", "number_values", () =>
            {
                foreach (TemplateEntry entry in both)
                {
                    json.WriteStartObject();
                    json.WriteString("key", entry.Id);
                    json.WriteNumber("value", log.All.Count(sent => sent.TemplateId == entry.Id));
                    json.WriteEndObject();
                }
            });
            WriteMetric(json, "TOP_BLOCK_REASON", "STRING_VALUES", "string_values", () =>
            {
                foreach (TemplateEntry entry in both)
                {
                    json.WriteStartObject();
                    json.WriteString("key", entry.Id);
                    json.WriteString("value", "UNKNOWN_BLOCK_REASON");
                    json.WriteEndObject();
                }
            });
            json.WriteEndArray();
        });
    }

    /// <summary>Ends the pause of a template.</summary>
    public static ApiResponse Unpause(ApiCall call, TemplateEntry template)
    {
        bool isPaused = template.Owner.StatusOf(template) == "PAUSED";
        if (isPaused)
        {
            template.Owner.Approve(template.Name);
        }

        return ApiResponse.Success(json =>
        {
            json.WriteBoolean("success", isPaused);
            if (!isPaused)
            {
                json.WriteString("reason", "The template is not paused.");
            }
        });
    }

    public ApiResponse CreateGroup(ApiCall call, EmulatedAccount account)
    {
        string name = call.Required("name");
        string? description = call.Text("description");
        string[] templates = Ids(call, "whatsapp_business_templates");
        ApiCall.Check(
            templates.Length == 0
                ? Refusals.Required("whatsapp_business_templates")
                : JudgeGroup(account, null, name, description, templates));
        TemplateGroupEntry made = new(account, ids.Next(), name, description, templates, options.TimeProvider.GetUtcNow());
        account.TemplateGroups.Add(made);
        return ApiResponse.Made(made.Id);
    }

    public ApiResponse ListGroups(ApiCall call, EmulatedAccount account) =>
        paging.Respond(call, account.TemplateGroups.All, static group => group.Number, WriteGroup);

    public static ApiResponse ReadGroup(ApiCall call, TemplateGroupEntry group) => ApiResponse.Success(json => WriteGroup(json, group));

    /// <summary>Changes a group. Removing a template that is not in the group is no error, because Meta's page documents none.</summary>
    public ApiResponse UpdateGroup(ApiCall call, TemplateGroupEntry group)
    {
        string[] added = Ids(call, "add_templates");
        TemplateGroupEntry changed = group with
        {
            Name = call.Text("name") ?? group.Name,
            Description = call.Text("description") ?? group.Description,
            Templates = [.. group.Templates.Union(added).Except(Ids(call, "remove_templates"))],
            UpdatedAt = options.TimeProvider.GetUtcNow(),
        };
        ApiCall.Check(JudgeGroup(group.Account, group, changed.Name, changed.Description, added));
        group.Account.TemplateGroups.Replace(group, changed);
        return ApiResponse.Done();
    }

    public static ApiResponse DeleteGroup(ApiCall call, TemplateGroupEntry group)
    {
        group.Account.TemplateGroups.Remove(group);
        return ApiResponse.Done();
    }

    private static Refusal? JudgeGroup(
        EmulatedAccount account, TemplateGroupEntry? self, string name, string? description, string[] added) =>
        name.Length == 0 ? Refusals.Required("name")
        : Judging.Json.Length(name) > GroupName ? Refusals.TooLong("name", GroupName)
        : description is not null && Judging.Json.Length(description) > GroupDescription ? Refusals.TooLong("description", GroupDescription)
        : !added.All(id => account.Templates.Entries().Any(entry => entry.Id == id)) ? TemplateRefusals.NotFound()
        : account.TemplateGroups.Exists(group => group != self && group.Name == name)
            ? Refusals.InvalidParameter("There is already a group of templates with that name.")
        : account.TemplateGroups.Exists(group => group != self && group.Templates.Intersect(added).Any())
            ? Refusals.InvalidParameter("A template can be in one group only.")
        : null;

    private static string[] Ids(ApiCall call, string name) => [.. new Place(call.Json(name), name).Items.Select(item => item.Text ?? "")];

    private static void WriteGroup(Utf8JsonWriter json, TemplateGroupEntry group)
    {
        json.WriteString("id", group.Id);
        json.WriteString("name", group.Name);
        if (group.Description is { } description)
        {
            json.WriteString("description", description);
        }

        json.WriteString("creation_time", group.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        json.WriteString("update_time", group.UpdatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("whatsapp_business_templates");
        json.WriteStartArray("data");
        foreach (string id in group.Templates)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, string metric, string type, string member, Action write)
    {
        json.WriteStartObject();
        json.WriteString("metric", metric);
        json.WriteString("type", type);
        json.WriteStartArray(member);
        write();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool Fits(ApiCall call, JsonElement item, string name) =>
        call.Text(name) is not { Length: > 0 } wanted
        || item.GetProperty(name).GetRawText().Contains($"\"{wanted}\"", StringComparison.OrdinalIgnoreCase);

    // Meta's page says seconds, and its example has milliseconds.
    private static long? Seconds(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? number > 100_000_000_000 ? number / 1000 : number
        : null;

    private static bool IsWindow(long? start, long? end) =>
        Array.Exists(Windows, days => Math.Abs((end - start ?? 0) - (days * 86_400L)) <= Tolerance);
}
