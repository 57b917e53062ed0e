using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Fields;

/// <summary>What happens to accounts, numbers, flows and templates.</summary>
public sealed class AccountEventTests
{
    [Fact]
    public void Parse_PartnerAppInstalled_NamesTheAccountOfTheCustomer()
    {
        AccountUpdateEvent update = Parse<AccountUpdateEvent>(
            "account_update",
            """{"event":"PARTNER_APP_INSTALLED","waba_info":"""
                + """{"waba_id":"11","owner_business_id":"22","partner_app_id":"33","solution_id":"44","solution_partner_business_ids":"""
                + """["55",66]}}""");

        Assert.Equal(AccountUpdateKind.PartnerAppInstalled, update.Kind);
        Assert.Equal(
            ("11", "22", "33", "44"),
            (update.Account!.Id.Value, update.Account.OwnerBusinessId, update.Account.PartnerAppId, update.Account.SolutionId));
        Assert.Equal(["55", "66"], update.Account.SolutionPartnerBusinessIds);
        Assert.Null(update.Ban);
    }

    [Fact]
    public void Parse_Restriction_SaysWhatAndUntilWhen()
    {
        AccountUpdateEvent update = Parse<AccountUpdateEvent>(
            "account_update",
            """{"event":"ACCOUNT_RESTRICTION","phone_number":"15550170101","restriction_info":"""
                + """[{"restriction_type":"RESTRICTED_USER_INITIATED_CALLING","expiration":1641848057,"remediation":"Pick up."}]}""");

        AccountRestriction restriction = Assert.Single(update.Restrictions);
        Assert.Equal(
            (AccountRestrictionType.UserInitiatedCalling, DateTimeOffset.FromUnixTimeSeconds(1641848057), "Pick up."),
            (restriction.Type, restriction.ExpiresAt, restriction.Remediation));
        Assert.Equal("15550170101", update.DisplayPhoneNumber);
    }

    [Theory]
    [InlineData(
        """{"partner_client_certification_info":{"client_business_id":"2","status":"FAILED","rejection_reasons":"""
            + """["LEGAL NAME NOT MATCHING"]}}""", "FAILED")]
    [InlineData("""{"partner_client_certification_needed_info":{"client_business_id":"2"}}""", null)]
    public void Parse_Certification_IsOneMember(string value, string? status)
    {
        PartnerCertification certification = Parse<AccountUpdateEvent>("account_update", value).Certification!;

        Assert.Equal(("2", status), (certification.ClientBusinessId, certification.Status.Value));
    }

    [Theory]
    [InlineData("""{"entity_type":"PHONE_NUMBER","alert_info":{"alert_type":"OBA_APPROVED","alert_severity":"INFORMATIONAL"}}""")]
    [InlineData("""{"alert_type":"OBA_APPROVED","alert_severity":"INFORMATIONAL","entity_type":"PHONE_NUMBER"}""")]
    public void Parse_Alert_ReadsWithAndWithoutItsObject(string value)
    {
        AccountAlertEvent alert = Parse<AccountAlertEvent>("account_alerts", value);

        Assert.Equal(
            (AlertType.OfficialAccountApproved, AlertSeverity.Informational, AlertEntityType.PhoneNumber),
            (alert.Type, alert.Severity, alert.EntityType));
    }

    [Fact]
    public void Parse_NumberField_SaysWhichNumberItIs()
    {
        PhoneNumberQualityEvent quality = Parse<PhoneNumberQualityEvent>(
            "phone_number_quality_update", """{"display_phone_number":"15550170101","event":"FLAGGED","current_limit":"TIER_10K"}""");

        Assert.Equal(
            ("15550170101", PhoneNumberQualityKind.Flagged, 10_000),
            (quality.DisplayPhoneNumber, quality.Kind, quality.CurrentLimit.Customers));
    }

    [Theory]
    [InlineData("TIER_250", 250, false, true)]
    [InlineData("TIER_2K", 2000, false, true)]
    [InlineData("100000", 100_000, false, true)]
    [InlineData("TIER_UNLIMITED", null, true, true)]
    [InlineData("-1", null, true, true)]
    [InlineData("TIER_NOT_SET", null, false, true)]
    [InlineData("TIER_9999999K", null, false, false)]
    [InlineData("TIER_GOLD", null, false, false)]
    [InlineData(null, null, false, false)]
    public void MessagingLimit_OfATierOrANumber_CountsCustomers(string? text, int? customers, bool isUnlimited, bool isKnown)
    {
        var limit = new MessagingLimit(text);

        Assert.Equal((customers, isUnlimited, isKnown), (limit.Customers, limit.IsUnlimited, limit.IsKnown));
    }

    [Fact]
    public void Parse_Capability_TakesALimitWrittenAsANumber()
    {
        BusinessCapabilityEvent capability = Parse<BusinessCapabilityEvent>(
            "business_capability_update", """{"max_daily_conversations_per_business":2000,"max_phone_numbers_per_waba":"25"}""");

        Assert.Equal((2000, 25), (capability.MessagingLimit.Customers, capability.MaxPhoneNumbersPerAccount));
    }

    [Fact]
    public void Parse_QualityUnderTheFieldOfStatuses_IsAQuality()
    {
        TemplateQualityEvent quality = Parse<TemplateQualityEvent>(
            "message_template_status_update",
            """{"previous_quality_score":"GREEN","new_quality_score":"YELLOW","message_template_id":806312974732579}""");

        Assert.Equal(
            (TemplateQuality.Green, TemplateQuality.Yellow, "806312974732579"),
            (quality.PreviousQuality, quality.NewQuality, quality.TemplateId));
    }

    [Theory]
    [InlineData("message_template_status_update")]
    [InlineData("message_template_quality_update")]
    public void Parse_StateOfATemplateUnderEitherField_IsToldByItsMembers(string field)
    {
        Assert.Equal(TemplateStatus.Approved, Parse<TemplateStatusEvent>(field, """{"event":"APPROVED"}""").Status);
        Assert.Equal(
            TemplateStatus.Paused, Parse<TemplateStatusEvent>(field, """{"new_quality_score":"RED","event":"PAUSED"}""").Status);
        Assert.Equal("71", Parse<TemplateStatusEvent>(field, """{"message_template_id":71,"new_quality_score":null}""").TemplateId);
        Assert.Equal(TemplateQuality.Red, Parse<TemplateQualityEvent>(field, """{"event":null,"new_quality_score":"RED"}""").NewQuality);
    }

    [Fact]
    public void Parse_RejectedTemplate_SaysWhyAndHowToMendIt()
    {
        TemplateStatusEvent status = Parse<TemplateStatusEvent>(
            "message_template_status_update",
            """{"event":"REJECTED","reason":"INVALID_FORMAT","rejection_info":{"reason":"Two parameters meet.","recommendation":"Put """
                + """words between.","more":1},"disable_info":{"disable_date":"1751234563"},"other_info":"""
                + """{"title":"FIRST_PAUSE","description":"Paused."}}""");

        Assert.Equal((TemplateStatus.Rejected, TemplateRejectionReason.InvalidFormat), (status.Status, status.Reason));
        Assert.Equal(("Two parameters meet.", "Put words between."), (status.RejectionDetails, status.Recommendation));
        Assert.Equal(
            ("FIRST_PAUSE", "Paused.", DateTimeOffset.FromUnixTimeSeconds(1751234563)),
            (status.NoticeTitle, status.NoticeText, status.DisabledAt));
        Assert.Equal(["rejection_info.more"], status.AdditionalProperties.Select(member => member.Key));
    }

    [Theory]
    [InlineData("""{"message_template_id":71,"category":"UTILITY","correct_category":"MARKETING"}""")]
    [InlineData("""{"message_template_id":71,"suggested_category":"MARKETING","current_category":"UTILITY"}""")]
    public void Parse_CategoryDetected_SaysWhatItIsAndWhatItShouldBe(string value)
    {
        TemplateCategoryDetectionEvent detection = Parse<TemplateCategoryDetectionEvent>("template_correct_category_detection", value);

        Assert.Equal(
            ("71", TemplateCategory.Utility, TemplateCategory.Marketing),
            (detection.TemplateId, detection.Category, detection.CorrectCategory));
        Assert.Empty(detection.AdditionalProperties);
    }

    [Fact]
    public void Parse_PortfolioCompromised_IsAKnownKind()
    {
        BusinessStatusEvent status =
            Parse<BusinessStatusEvent>("business_status_update", """{"business_id":71,"event":"COMPROMISED_NOTIFICATION"}""");

        Assert.Equal((BusinessStatusKind.Compromised, new BusinessId("71")), (status.Kind, status.BusinessId));
    }

    [Fact]
    public void Parse_SettingsOfCalls_SayWhenANumberCanBeCalled()
    {
        AccountSettingsEvent settings = Parse<AccountSettingsEvent>(
            "account_settings_update",
            """{"timestamp":"1762426800","type":"phone_number_settings","phone_number_settings":"""
                + """{"phone_number_id":"71","more":1,"calling":"""
                + """{"status":"ENABLED","call_icon_visibility":"DISABLE_ALL","callback_permission_status":"DISABLED","call_hours":"""
                + """{"status":"ENABLED","timezone_id":"Europe/Paris","weekly_operating_hours":"""
                + """[{"day_of_week":"MONDAY","open_time":"0830","close_time":"1745"},7],"holiday_schedule":"""
                + """[{"date":"2026-12-24","start_time":"0900","end_time":"1200"}]},"sip":{"status":"ENABLED","servers":"""
                + """[{"hostname":"sip.example.com","port":"5061"}]}}}}""");

        CallSettings calling = settings.Calling!;
        Assert.Equal(
            (new PhoneNumberId("71"), DateTimeOffset.FromUnixTimeSeconds(1762426800)), (settings.PhoneNumberId, settings.Timestamp));
        Assert.Equal(
            (CallSettingStatus.Enabled, CallIconVisibility.Nowhere, CallSettingStatus.Disabled, CallSettingStatus.Enabled,
                CallSettingStatus.Enabled),
            (calling.Status, calling.IconVisibility, calling.CallbackPermission, calling.HoursStatus, calling.SipStatus));
        Assert.Equal(new CallHours { DayOfWeek = "MONDAY", OpenTime = "0830", CloseTime = "1745" }, Assert.Single(calling.WeeklyHours));
        Assert.Equal(new CallHoliday { Date = "2026-12-24", StartTime = "0900", EndTime = "1200" }, Assert.Single(calling.Holidays));
        Assert.Equal(new SipServer { Hostname = "sip.example.com", Port = 5061 }, Assert.Single(calling.SipServers));
        Assert.Equal(["phone_number_settings.more"], settings.AdditionalProperties.Select(member => member.Key));
        Assert.Equal(["call_hours.weekly_operating_hours"], calling.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Parse_FlowAlert_CarriesItsFigures()
    {
        FlowEvent flow = Parse<FlowEvent>(
            "flows",
            """{"event":"ENDPOINT_ERROR_RATE","flow_id":"69","error_rate":14.28,"threshold":10,"alert_state":"ACTIVATED","errors":"""
                + """[{"error_type":"TIMEOUT","error_rate":66.66,"error_count":2},7]}""");

        Assert.Equal((14.28m, 10m, FlowAlertState.Activated), (flow.ErrorRate, flow.Threshold, flow.AlertState));
        FlowError error = Assert.Single(flow.Errors);
        Assert.Equal(("TIMEOUT", 66.66m, 2), (error.Type, error.Rate, error.Count));
        Assert.True(flow.AdditionalProperties.Contains("errors"), "The array is kept when one of its items is none.");
    }

    [Fact]
    public void ToString_OfNumberEvents_HidesNumbersAndNames()
    {
        string[] texts =
        [
            Parse<PhoneNumberNameEvent>(
                "phone_number_name_update",
                """{"display_phone_number":"15550170101","requested_verified_name":"Lucky","decision":"APPROVED"}""").ToString(),
            Parse<AccountUpdateEvent>("account_update", """{"phone_number":"15550170101","event":"VERIFIED_ACCOUNT"}""").ToString(),
            Parse<BusinessUsernameEvent>(
                "business_username_updates",
                """{"display_phone_number":"15550170101","username":"lucky","status":"approved"}""").ToString(),
        ];

        Assert.All(texts, text => Assert.DoesNotContain("15550170101", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("lucky", text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Decision = APPROVED", texts[0], StringComparison.Ordinal);
    }

    private static T Parse<T>(string field, string value)
        where T : WebhookEvent => Bodies.ParseOne<T>(Bodies.Envelope(Bodies.Change(value, field)));
}
