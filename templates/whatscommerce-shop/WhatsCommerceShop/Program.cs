using WhatsCommerceShop;

ShopApp.Create(args).Run();
