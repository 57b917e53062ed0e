using WhatsCommerce.Testing.Judging.Templates;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for message templates. Source: Meta, templates and WhatsApp Business account, message_templates.</summary>
internal sealed class TemplateEndpoints(CloudApiEmulatorOptions options, Paging paging)
{
    private readonly FieldSet<TemplateEntry> _fields = new(
        "WhatsAppMessageTemplate", "name,parameter_format,components,language,status,category,sub_category,id")
    {
        ["id"] = (json, template) => json.WriteString("id", template.Id),
        ["name"] = (json, template) => json.WriteString("name", template.Name),
        ["language"] = (json, template) => json.WriteString("language", template.Language),
        ["category"] = (json, template) => json.WriteString("category", template.Category),
        ["status"] = (json, template) => json.WriteString("status", template.Owner.StatusOf(template)),
        ["rejected_reason"] = (json, template) => json.WriteString("rejected_reason", template.Owner.ReasonOf(template)),
        ["parameter_format"] = (json, template) => json.WriteString("parameter_format", template.ParameterFormat ?? "POSITIONAL"),
        ["sub_category"] = (json, template) => json.WriteUnlessNull("sub_category", template.SubCategory),
        ["components"] = (json, template) =>
        {
            json.WritePropertyName("components");
            json.WriteRawValue(template.Components);
        },
        ["quality_score"] = (json, template) =>
        {
            json.WriteStartObject("quality_score");
            json.WriteString("score", "UNKNOWN");
            json.WriteNumber("date", template.At.ToUnixTimeSeconds());
            json.WriteEndObject();
        },
        ["last_updated_time"] = (json, template) => json.WriteString(
            "last_updated_time", template.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture)),
        ["cta_url_link_tracking_opted_out"] = (json, _) => json.WriteBoolean("cta_url_link_tracking_opted_out", false),

        // Source: Meta, templates and WhatsApp Business account, message_templates; its SDKs.
        LeftOut = FrozenSet.ToFrozenSet(
        [
            "ad_account_id", "ad_adset_id", "ad_campaign_id", "ad_id", "bid_spec", "correct_category", "creative_sourcing_spec",
            "degrees_of_freedom_spec", "display_format", "is_primary_device_delivery_only", "library_template_name",
            "message_send_ttl_seconds", "previous_category", "specific_rejection_reason",
        ]),
    };

    public ApiResponse Create(ApiCall call, EmulatedAccount account)
    {
        JsonElement definition = call.Body ?? throw new RefusedException(Refusals.Required("name"));
        DateTimeOffset due = options.TimeProvider.GetUtcNow() + options.ReviewTime;
        if (call.Text("library_template_name") is { } library)
        {
            // Templates of the library are already reviewed.
            ApiCall.Check(TemplateLibraryRules.FromLibrary(
                definition, TemplateLibrary.Find(library), call.Json("library_template_button_inputs"), out definition));
            due = DateTimeOffset.MinValue;
        }

        ApiCall.Check(account.Templates.Make(definition, due, out TemplateEntry? made));
        return ApiResponse.Success(json =>
        {
            json.WriteString("id", made!.Id);
            json.WriteString("status", account.Templates.StatusOf(made));
            json.WriteString("category", made.Category);
        });
    }

    public ApiResponse List(ApiCall call, EmulatedAccount account)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        return paging.Respond(
            call,
            account.Templates.Entries(),
            static template => template.Number,
            (json, template) => _fields.Write(json, template, fields),
            template => Contains(call, template) && Fits(call, "name", template.Name) && Fits(call, "language", template.Language)
                && Fits(call, "category", template.Category) && Fits(call, "status", account.Templates.StatusOf(template)),
            json =>
            {
                json.WriteNumber(Paging.TotalCount, account.Templates.Entries().Length);
                json.WriteNumber("message_template_count", account.Templates.Entries().Length);
                json.WriteNumber("message_template_limit", Limits.Templates);
                json.WriteBoolean("are_translations_complete", true);
            });
    }

    public ApiResponse Read(ApiCall call, TemplateEntry template) => _fields.Respond(call, template);

    /// <summary>Returns a template by its account and its id, as a published client requests it.</summary>
    public ApiResponse ReadOfAccount(ApiCall call, EmulatedAccount account) => _fields.Respond(
        call,
        Array.Find(account.Templates.Entries(), template => template.Id == call.Rest[0])
            ?? throw new RefusedException(TemplateRefusals.NotFound()));

    public static ApiResponse Edit(ApiCall call, TemplateEntry template)
    {
        ApiCall.Check(template.Owner.Edit(template, call.Body));
        return ApiResponse.Done();
    }

    /// <summary>Deletes a template in all its languages by its name, one by its id and its name, or several by their ids.</summary>
    public static ApiResponse Delete(ApiCall call, EmulatedAccount account)
    {
        if (call.Text("hsm_ids") is { Length: > 0 } ids)
        {
            string[] several = [.. ids.Split([',', '[', ']', '"', ' '], StringSplitOptions.RemoveEmptyEntries)];
            ApiCall.Check(account.Templates.Delete(template => several.Contains(template.Id)) ? null : TemplateRefusals.NotFound());
            return ApiResponse.Done();
        }

        string name = call.Required("name");
        string? id = call.Text("hsm_id");
        bool isDone = account.Templates.Delete(template => template.Name == name && (string.IsNullOrEmpty(id) || template.Id == id));
        ApiCall.Check(isDone ? null : TemplateRefusals.NotFound());
        return ApiResponse.Done();
    }

    // Searches the name and all texts.
    private static bool Contains(ApiCall call, TemplateEntry template) =>
        call.Text("name_or_content") is not { Length: > 0 } wanted
        || template.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || Encoding.UTF8.GetString(template.Components).Contains(wanted, StringComparison.OrdinalIgnoreCase);

    // One value, several separated by commas, or a JSON list.
    private static bool Fits(ApiCall call, string parameter, string value) =>
        call.Text(parameter) is not { Length: > 0 } wanted
        || wanted.Split([',', '[', ']', '"', ' '], StringSplitOptions.RemoveEmptyEntries).Contains(value, StringComparer.OrdinalIgnoreCase);
}
