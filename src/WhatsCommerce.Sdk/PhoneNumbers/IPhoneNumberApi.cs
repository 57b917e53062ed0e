namespace WhatsCommerce.PhoneNumbers;

/// <summary>Numbers and their profiles. Source: Meta, phone number and whatsapp_business_profile references.</summary>
internal interface IPhoneNumberApi
{
    [Get("/{account}/phone_numbers"), GraphOperation("list_phone_numbers")]
    Task<PageAnswer<BusinessPhoneNumber>> List(
        BusinessAccountId account, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_phone_number")]
    Task<BusinessPhoneNumber> Get(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("update_phone_number")]
    Task<SuccessAnswer> SetDisplayName(PhoneNumberId number, [Body] DisplayNameBody name, CancellationToken cancellationToken);

    [Get("/{number}/whatsapp_business_profile"), GraphOperation("get_business_profile")]
    Task<DataAnswer<BusinessProfileAnswer>> GetProfile(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/whatsapp_business_profile"), GraphOperation("set_business_profile")]
    Task<SuccessAnswer> SetProfile(PhoneNumberId number, [Body] BusinessProfileUpdate update, CancellationToken cancellationToken);

    [Post("/{number}/register"), GraphOperation("register_phone_number")]
    Task<SuccessAnswer> Register(PhoneNumberId number, [Body] RegistrationBody registration, CancellationToken cancellationToken);

    [Post("/{number}/deregister"), GraphOperation("deregister_phone_number")]
    Task<SuccessAnswer> Deregister(PhoneNumberId number, CancellationToken cancellationToken);

    [Post("/{number}"), GraphOperation("set_two_step_pin")]
    Task<SuccessAnswer> SetPin(PhoneNumberId number, [Body] PinBody pin, CancellationToken cancellationToken);

    [Post("/{number}/verify_code"), GraphOperation("verify_code")]
    Task<SuccessAnswer> VerifyCode(PhoneNumberId number, [Body] CodeBody code, CancellationToken cancellationToken);

    [Get("/{number}/settings"), GraphOperation("get_number_settings")]
    Task<StoredSettingsAnswer> GetSettings(PhoneNumberId number, CancellationToken cancellationToken);

    [Post("/{number}/settings"), GraphOperation("set_number_settings")]
    Task<SuccessAnswer> SetSettings(PhoneNumberId number, [Body] NumberSettingsChange change, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_official_account")]
    Task<OfficialAccountAnswer> GetOfficial(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Get("/{number}"), GraphOperation("get_conversational_components")]
    Task<ConversationalAnswer> GetAutomation(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/conversational_automation"), GraphOperation("set_conversational_components")]
    Task<SuccessAnswer> SetAutomation(
        PhoneNumberId number, [Body] ConversationalComponents components, CancellationToken cancellationToken);

    [Get("/{number}/whatsapp_business_encryption"), GraphOperation("get_public_key")]
    Task<DataAnswer<FlowPublicKey>> GetPublicKey(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/whatsapp_business_encryption"), GraphOperation("set_public_key")]
    Task<SuccessAnswer> SetPublicKey(PhoneNumberId number, [Body] PublicKeyBody key, CancellationToken cancellationToken);
}

/// <summary>A number with only the status of its request for the blue badge.</summary>
internal sealed record OfficialAccountAnswer(OfficialAccountStatus? OfficialBusinessAccount) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => true;
}

/// <summary>The JSON that requests another display name.</summary>
internal sealed record DisplayNameBody(string NewDisplayName);

/// <summary>A number with only its conversational components.</summary>
internal sealed record ConversationalAnswer : IGraphAnswer
{
    public ConversationalComponents? ConversationalAutomation { get; init; }

    bool IGraphAnswer.IsComplete => true;
}
