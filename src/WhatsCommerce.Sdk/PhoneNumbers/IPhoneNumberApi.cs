namespace WhatsCommerce.PhoneNumbers;

/// <summary>Numbers and their profiles. Source: Meta, phone number and whatsapp_business_profile references.</summary>
internal interface IPhoneNumberApi
{
    [Get("/{account}/phone_numbers"), GraphOperation("list_phone_numbers")]
    Task<PageResponse<BusinessPhoneNumber>> List(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_phone_number")]
    Task<BusinessPhoneNumber> Get(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("update_phone_number")]
    Task<SuccessResponse> SetDisplayName(PhoneNumberId number, [Body] DisplayNameBody name, CancellationToken cancellationToken);

    [Get("/{number}/whatsapp_business_profile"), GraphOperation("get_business_profile")]
    Task<DataResponse<BusinessProfileResponse>> GetProfile(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/whatsapp_business_profile"), GraphOperation("set_business_profile")]
    Task<SuccessResponse> SetProfile(PhoneNumberId number, [Body] BusinessProfileUpdate update, CancellationToken cancellationToken);

    [Post("/{number}/register"), GraphOperation("register_phone_number")]
    Task<SuccessResponse> Register(PhoneNumberId number, [Body] RegistrationBody registration, CancellationToken cancellationToken);

    [Post("/{number}/deregister"), GraphOperation("deregister_phone_number")]
    Task<SuccessResponse> Deregister(PhoneNumberId number, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("set_two_step_pin")]
    Task<SuccessResponse> SetPin(PhoneNumberId number, [Body] PinBody pin, CancellationToken cancellationToken);

    [Post("/{number}/verify_code"), GraphOperation("verify_code")]
    Task<SuccessResponse> VerifyCode(PhoneNumberId number, [Body] CodeBody code, CancellationToken cancellationToken);

    [Get("/{number}/settings"), GraphOperation("get_number_settings")]
    Task<StoredSettingsResponse> GetSettings(PhoneNumberId number, CancellationToken cancellationToken);

    [Post("/{number}/settings"), GraphOperation("set_number_settings")]
    Task<SuccessResponse> SetSettings(PhoneNumberId number, [Body] NumberSettingsChange change, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_official_account")]
    Task<OfficialAccountResponse> GetOfficial(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_conversational_components")]
    Task<ConversationalResponse> GetAutomation(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/conversational_automation"), GraphOperation("set_conversational_components")]
    Task<SuccessResponse> SetAutomation(
        PhoneNumberId number, [Body] ConversationalComponents components, CancellationToken cancellationToken);

    [Get("/{number}/whatsapp_business_encryption"), GraphOperation("get_public_key")]
    Task<DataResponse<FlowPublicKey>> GetPublicKey(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/whatsapp_business_encryption"), GraphOperation("set_public_key")]
    Task<SuccessResponse> SetPublicKey(PhoneNumberId number, [Body] PublicKeyBody key, CancellationToken cancellationToken);
}

/// <summary>A number with only the status of its request for the blue badge.</summary>
internal sealed record OfficialAccountResponse(OfficialAccountStatus? OfficialBusinessAccount) : IGraphResponse
{
    bool IGraphResponse.IsComplete => true;
}

/// <summary>The JSON that requests another display name.</summary>
internal sealed record DisplayNameBody(string NewDisplayName);

/// <summary>A number with only its conversational components.</summary>
internal sealed record ConversationalResponse : IGraphResponse
{
    public ConversationalComponents? ConversationalAutomation { get; init; }

    bool IGraphResponse.IsComplete => true;
}
