namespace WhatsCommerce.Calls;

/// <summary>The call settings of a number. Source: Meta, calling/call-settings.</summary>
internal interface ICallSettingsApi
{
    [Get("/{number}/settings"), GraphOperation("get_call_settings")]
    Task<NumberSettingsResponse> Get(PhoneNumberId number, CancellationToken cancellationToken);

    [Post("/{number}/settings"), GraphOperation("set_call_settings")]
    Task<SuccessResponse> Set(PhoneNumberId number, [Body] CallingSettingsUpdate update, CancellationToken cancellationToken);
}
