using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for accounts and their numbers. Source: Meta's published OpenAPI description, WhatsApp Business account and phone number.
/// </summary>
internal sealed class NumberEndpoints(
    CloudApiEmulatorOptions options,
    EmulatedAccounts accounts,
    WebhookSender sender,
    EmulatorTimers timers,
    AnalyticsEndpoints analytics,
    Paging paging)
{
    private const int MinNameLength = 2;
    private const int NameLength = 75;

    private readonly FieldSet<EmulatedNumber> _fields = new(
        "WhatsAppBusinessPhoneNumber", "verified_name,display_phone_number,quality_rating,id")
    {
        ["id"] = (json, number) => json.WriteString("id", number.Id.Value),
        ["verified_name"] = (json, number) => json.WriteString("verified_name", number.VerifiedName),
        ["display_phone_number"] = (json, number) => json.WriteString("display_phone_number", number.PhoneNumber.E164),
        ["quality_rating"] = (json, number) => json.WriteString("quality_rating", number.QualityRating),
        ["code_verification_status"] = (json, _) => json.WriteString("code_verification_status", "VERIFIED"),
        ["name_status"] = (json, _) => json.WriteString("name_status", "APPROVED"),
        ["status"] = (json, _) => json.WriteString("status", "CONNECTED"),
        ["account_mode"] = (json, _) => json.WriteString("account_mode", "SANDBOX"),
        ["platform_type"] = (json, _) => json.WriteString("platform_type", "CLOUD_API"),
        ["is_official_business_account"] = (json, number) =>
            json.WriteBoolean("is_official_business_account", number.OfficialStatus == "APPROVED"),
        ["whatsapp_business_manager_messaging_limit"] = (json, _) =>
            json.WriteString("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED"),
        ["messaging_limit_tier"] = (json, _) => json.WriteString("messaging_limit_tier", "TIER_UNLIMITED"),
        ["username"] = (json, _) => json.WriteNull("username"),
        ["throughput"] = (json, _) => WriteObject(json, "throughput", ("level", "STANDARD")),
        ["host_platform"] = (json, _) => json.WriteString("host_platform", "CLOUD_API"),
        ["unified_cert_status"] = (json, _) => json.WriteString("unified_cert_status", "APPROVED"),
        ["new_name_status"] = (json, number) =>
            json.WriteString("new_name_status", number.NewDisplayName is null ? "NONE" : "PENDING_REVIEW"),
        ["new_display_name"] = (json, number) =>
        {
            if (number.NewDisplayName is { } name)
            {
                json.WriteString("new_display_name", name);
            }
        },
        ["official_business_account"] = (json, number) =>
            WriteObject(json, "official_business_account", ("oba_status", number.OfficialStatus)),
        ["is_pin_enabled"] = (json, number) => json.WriteBoolean("is_pin_enabled", number.Pin is not null),
        ["is_preverified_number"] = (json, _) => json.WriteBoolean("is_preverified_number", false),
        ["is_on_biz_app"] = (json, _) => json.WriteBoolean("is_on_biz_app", false),
        ["search_visibility"] = (json, _) => json.WriteString("search_visibility", "NON_VISIBLE"),
        ["quality_score"] = (json, number) => WriteObject(json, "quality_score", ("score", number.QualityRating)),
        ["conversational_automation"] = (json, number) =>
        {
            if (number.Automation is { } automation)
            {
                json.WritePropertyName("conversational_automation");
                json.WriteRawValue(automation);
            }
        },
        ["webhook_configuration"] = (json, number) => WriteObject(
            json,
            "webhook_configuration",
            ("phone_number", number.CallbackOverride),
            ("whatsapp_business_account", number.Account.CallbackOverride)),

        // Source: Meta's published OpenAPI description, WhatsAppBusinessAccountPhoneNumber, WhatsAppAccountNumber.
        LeftOut = FrozenSet.ToFrozenSet(
        [
            "certificate", "country_code", "country_dial_code", "eligibility_for_api_business_global_search",
            "health_status", "last_onboarded_time", "new_certificate",
        ]),
    };

    private readonly FieldSet<EmulatedAccount> _accountFields = new(
        "WhatsAppBusinessAccount", "id,name,timezone_id,message_template_namespace")
    {
        ["id"] = (json, account) => json.WriteString("id", account.Id.Value),
        ["name"] = (json, account) => json.WriteString("name", account.Name),
        ["timezone_id"] = (json, _) => json.WriteString("timezone_id", "1"),
        ["message_template_namespace"] = (json, account) => json.WriteString("message_template_namespace", "local_" + account.Id.Value),
        ["currency"] = (json, _) => json.WriteString("currency", "USD"),
        ["account_review_status"] = (json, _) => json.WriteString("account_review_status", "APPROVED"),
        ["business_verification_status"] = (json, _) => json.WriteString("business_verification_status", "verified"),
        ["status"] = (json, _) => json.WriteString("status", "ACTIVE"),
        ["ownership_type"] = (json, _) => json.WriteString("ownership_type", "SELF"),
        ["is_enabled_for_insights"] = (json, account) => json.WriteBoolean("is_enabled_for_insights", account.IsEnabledForInsights),
        ["owner_business_info"] = (json, _) =>
            WriteObject(json, "owner_business_info", ("name", "Local business"), ("id", options.BusinessId.Value!)),
        ["primary_funding_id"] = (json, account) =>
        {
            if (account.FundingId is { } funding)
            {
                json.WriteString("primary_funding_id", funding);
            }
        },
        ["is_shared_with_partners"] = (json, _) => json.WriteBoolean("is_shared_with_partners", false),
        ["whatsapp_business_manager_messaging_limit"] = (json, _) =>
            json.WriteString("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED"),

        // Source: Meta's published OpenAPI description, WhatsAppBusinessAccount, and its SDKs.
        LeftOut = FrozenSet.ToFrozenSet(
        [
            "analytics", "auth_international_rate_eligibility", "call_analytics", "conversation_analytics", "country", "creation_time",
            "health_status",
            "linked_commerce_account", "marketing_messages_lite_api_status", "marketing_messages_onboarding_status",
            "on_behalf_of_business_info", "owner_business", "pricing_analytics", "primary_business_location",
            "purchase_order_number", "subscribed_apps", "template_analytics",
        ]),
    };

    /// <summary>The fields of an account, also for lists of accounts.</summary>
    public FieldSet<EmulatedAccount> AccountFields => _accountFields;

    public ApiResponse ReadAccount(ApiCall call, EmulatedAccount account)
    {
        IReadOnlyList<string> fields = _accountFields.Read(call);
        List<Action<Utf8JsonWriter>> figures = analytics.Read(call, account);
        return ApiResponse.Success(json =>
        {
            figures.ForEach(write => write(json));
            _accountFields.Write(json, account, fields);
        });
    }

    /// <summary>Changes the name of an account, and confirms template analytics.</summary>
    public static ApiResponse UpdateAccount(ApiCall call, EmulatedAccount account)
    {
        if (call.Text("name") is { } name)
        {
            ApiCall.Check(Judging.Json.Length(name) is 0 or > 100
                ? Refusals.InvalidParameter("The name must have from 1 to 100 characters.")
                : null);
            account.Name = name;
        }

        if (call.Flag("is_enabled_for_insights") is { } isEnabled)
        {
            ApiCall.Check(!isEnabled && account.IsEnabledForInsights
                ? Refusals.InvalidParameter("Template analytics cannot be disabled once they are confirmed.")
                : null);
            account.IsEnabledForInsights = isEnabled;
        }

        account.Changes.Settings();
        return ApiResponse.Success(json =>
        {
            json.WriteString("id", account.Id.Value);
            json.WriteBoolean("success", true);
        });
    }

    public ApiResponse List(ApiCall call, EmulatedAccount account)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        EmulatedNumber[] sorted = [.. accounts.NumbersOf(account).OrderBy(IdOf)];
        return paging.Respond(call, sorted, IdOf, (json, number) => _fields.Write(json, number, fields));
    }

    public ApiResponse Read(ApiCall call, EmulatedNumber number) => _fields.Respond(call, number);

    /// <summary>Sets the URL for the number's webhooks. An empty one removes the setting.</summary>
    public async ValueTask<ApiResponse> UpdateAsync(ApiCall call, EmulatedNumber number)
    {
        if (call.Json("webhook_configuration") is { } configuration)
        {
            number.Callback = await VerifiedCallbackAsync(call, configuration).ConfigureAwait(false);
        }

        if (call.Text("pin") is { } pin)
        {
            ApiCall.Check(RegistrationRules.Pin(pin));
            number.Pin = pin;
        }

        if (call.Text("new_display_name") is { } wanted)
        {
            ApiCall.Check(Judging.Json.Length(wanted) is < MinNameLength or > NameLength
                ? Refusals.InvalidParameter($"The display name must have from {MinNameLength} to {NameLength} characters.")
                : null);
            number.NewDisplayName = wanted;
            number.Account.Changes.Settings();
            timers.After(options.ReviewTime, () => Approve(number, wanted));
        }

        return ApiResponse.Done();
    }

    // A name that was requested later is reviewed separately.
    private void Approve(EmulatedNumber number, string name)
    {
        if (number.NewDisplayName == name)
        {
            number.NewDisplayName = null;
            number.VerifiedName = name;
            _ = sender.Enqueue("display name approved", WebhookBodies.NameUpdate(number, name, options.TimeProvider.GetUtcNow()));
        }
    }

    public static ApiResponse ListApps(ApiCall call, EmulatedAccount account) => ApiResponse.Success(json => WriteApps(json, account));

    /// <summary>Subscribes the app to the account, with a callback for the account if the request contains one.</summary>
    public async ValueTask<ApiResponse> SubscribeAsync(ApiCall call, EmulatedAccount account)
    {
        account.Callback = await VerifiedCallbackAsync(call, call.Body).ConfigureAwait(false);
        account.IsSubscribed = true;
        return account.CallbackOverride is null ? ApiResponse.Done() : ApiResponse.Success(json =>
        {
            json.WriteBoolean("success", true);
            WriteApps(json, account);
        });
    }

    public static ApiResponse Unsubscribe(ApiCall call, EmulatedAccount account)
    {
        account.Callback = null;
        account.IsSubscribed = false;
        return ApiResponse.Done();
    }

    // A callback that overrides the app's must answer the challenge, with its own verify token, before anything changes.
    private async ValueTask<Uri?> VerifiedCallbackAsync(ApiCall call, JsonElement? request)
    {
        ApiCall.Check(CallbackRules.Judge(request, out string? callback));
        if (string.IsNullOrEmpty(callback))
        {
            return null;
        }

        Uri address = new(callback);
        try
        {
            await sender.VerifyAsync(address, request.TextMember("verify_token")!, call.Request.Aborted).ConfigureAwait(false);
            return address;
        }
        catch (WebhookVerificationException exception)
        {
            throw new RefusedException(new Refusal(400, 100, "(#100) Callback verification failed") { Details = exception.Message });
        }
    }

    private static void WriteApps(Utf8JsonWriter json, EmulatedAccount account)
    {
        json.WriteStartArray("data");
        if (account.IsSubscribed)
        {
            json.WriteStartObject();
            if (account.CallbackOverride is { } callback)
            {
                json.WriteString("override_callback_uri", callback);
            }

            WriteObject(
                json,
                "whatsapp_business_api_data",
                ("id", EmulatedApp.TheId),
                ("name", EmulatedApp.Name),
                ("link", $"https://www.facebook.com/games/?app_id={EmulatedApp.TheId}"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        json.WriteStartObject(name);
        foreach ((string member, string? value) in members)
        {
            if (value is not null)
            {
                json.WriteString(member, value);
            }
        }

        json.WriteEndObject();
    }

    private static long IdOf(EmulatedNumber number) =>
        long.TryParse(number.Id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;
}
